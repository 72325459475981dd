/** A piece of a message: plain words, or an address that may be opened. */
export type Piece = { text: string; href: string | null };

const ADDRESS = /\bhttps?:\/\/[^\s<>"']+/giu;
/** Marks that end a sentence rather than an address. */
const TRAILING = /[.,;:!?…'"»”]+$/u;

/** Splits a message at its web addresses. Only http and https become links; everything else stays text. */
export function splitLinks(message: string): Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of message.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    if (!URL.canParse(address)) continue;
    if (match.index > end) pieces.push({ text: message.slice(end, match.index), href: null });
    pieces.push({ text: address, href: address });
    end = match.index + address.length;
  }
  if (end < message.length) pieces.push({ text: message.slice(end), href: null });
  return pieces;
}

/** The address without the full stop or the bracket that belongs to the sentence around it. */
function trimmed(found: string): string {
  let address = found.replace(TRAILING, "");
  while (address.endsWith(")") && count(address, ")") > count(address, "(")) {
    address = address.slice(0, -1).replace(TRAILING, "");
  }
  return address;
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
