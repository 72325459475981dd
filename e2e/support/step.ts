/** No step takes as long as this: one that does hangs, and is named before the whole test runs out of time. */
const LIMIT_SECONDS = 90;

/** One step of a story; the error of a failing or hanging one says which it was. */
export async function step(name: string, act: () => Promise<void>): Promise<void> {
  const begin = performance.now();
  let limit: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    limit = setTimeout(() => reject(new Error(`not done within ${LIMIT_SECONDS} s`)), LIMIT_SECONDS * 1000);
  });
  try {
    await Promise.race([act(), tooLong]);
  } catch (error) {
    throw new Error(`Step "${name}": ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    clearTimeout(limit);
  }
  console.log(`  ${name} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
}
