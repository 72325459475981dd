/** At most two letters that stand for a name: the first of the first and of the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0];
  if (!first) return "?";
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return (letter(first) + (last ? letter(last) : "")).toLocaleUpperCase();
}

// What a reader sees as one: a flag or a family is several characters.
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

function letter(word: string): string {
  const found = [...word].find((character) => /\p{L}|\p{N}/u.test(character));
  return found ?? [...graphemes.segment(word)][0]?.segment ?? "";
}

/** A hue (degrees) that is always the same for the same name. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash % 360;
}
