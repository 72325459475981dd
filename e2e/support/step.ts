/** One step of a story; the error of a failing one says which it was. */
export async function step(name: string, act: () => Promise<void>): Promise<void> {
  const begin = performance.now();
  try {
    await act();
  } catch (error) {
    throw new Error(`Step "${name}": ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
  console.log(`  ${name} (${((performance.now() - begin) / 1000).toFixed(1)} s)`);
}
