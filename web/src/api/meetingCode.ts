/** Digits and letters of a code: 32 of them, without look-alikes. Other letters are still passed on; the server decides. */
const LENGTH = 13;

/** Writes a code in its three groups, `abcd-efghj-kmnp`; anything of another length stays as it is. */
export function printCode(code: string): string {
  const bare = code.replace(/[\s-]/g, "").toLowerCase();
  if (bare.length !== LENGTH) return code;
  return `${bare.slice(0, 4)}-${bare.slice(4, 9)}-${bare.slice(9)}`;
}

/**
 * Reads what people type or paste to come in: a code with or without dashes and in any case, or a whole link.
 * Answers with the address of the meeting's page, or null where it cannot be one.
 */
export function meetingPath(typed: string): string | null {
  const text = typed.trim();
  const link = /\/m\/([^/?#\s]+)(\?[^#\s]*)?/.exec(text);
  if (link?.[1]) return path(link[1], link[2] ?? "");
  return path(text, "");
}

function path(code: string, search: string): string | null {
  const bare = code.replace(/[\s-]/g, "");
  return /^[0-9a-z]{13}$/i.test(bare) ? `/m/${printCode(bare)}${search}` : null;
}
