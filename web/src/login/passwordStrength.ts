/** The fewest characters a password may have; the server has the last word. */
export const SHORTEST = 8;

export type Strength = {
  /** Bars to fill, 0 to 4. */
  bars: number;
  /** One sentence that says why. */
  words: string;
};

/** A guess how hard a password is to guess: its length, how varied it is, and whether it repeats what anyone knows. */
export function strengthOf(password: string, known: string[] = []): Strength {
  if (password.length === 0)
    return { bars: 0, words: `At least ${SHORTEST} characters. A short sentence works well.` };
  if (password.length < SHORTEST) return { bars: 1, words: `Too short: ${SHORTEST} characters at least.` };
  const lower = password.toLowerCase();
  if (known.some((word) => word.length >= 4 && lower.includes(word.toLowerCase()))) {
    return { bars: 1, words: "Weak. It contains your name or e-mail." };
  }
  const effort = freshCharacters(lower) * Math.log2(alphabetOf(password));
  if (effort < 38) return { bars: 1, words: "Weak. It repeats or runs in order." };
  if (effort < 60) return { bars: 2, words: "Fair. A few more characters make it strong." };
  if (effort < 95) return { bars: 3, words: "Strong." };
  return { bars: 4, words: "Very strong." };
}

/** Characters that do not follow from the one before by repeating it or by counting on. */
function freshCharacters(text: string): number {
  let fresh = 0;
  let before = -9;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    fresh += Math.abs(code - before) <= 1 ? 0.25 : 1;
    before = code;
  }
  return Math.min(fresh, new Set(text).size * 1.5);
}

function alphabetOf(password: string): number {
  let size = 0;
  if (/[a-z]/.test(password)) size += 26;
  if (/[A-Z]/.test(password)) size += 26;
  if (/[0-9]/.test(password)) size += 10;
  if (/[^a-zA-Z0-9]/.test(password)) size += 30;
  return Math.max(size, 2);
}
