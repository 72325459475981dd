/** Asks until the answer is truthy; the error says what was missing and what was seen last. */
export async function until<T>(
  what: string,
  ask: () => Promise<T> | T,
  seconds = 15,
): Promise<NonNullable<T> & T> {
  const end = performance.now() + seconds * 1000;
  let last: unknown;
  for (;;) {
    try {
      const answer = await ask();
      if (answer) return answer as NonNullable<T> & T;
      last = answer;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) throw new Error(`Not within ${seconds} s: ${what}. Last: ${String(last)}`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}

/** Asks until the value has grown by `by` over its first reading. */
export async function rises(what: string, read: () => Promise<number>, by: number, seconds = 15) {
  const first = await read();
  return until(`${what} rises by ${by} from ${first}`, async () => (await read()) >= first + by, seconds);
}
