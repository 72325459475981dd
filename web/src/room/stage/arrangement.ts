/** What the arrangement needs to know about a person. Times in milliseconds of one clock. */
export interface Seated {
  presenceId: string;
  isSelf: boolean;
  joinedAt: number;
  speaking: boolean;
  sharing: boolean;
  handRaised: boolean;
}

/** Who stands where, and what is remembered about speaking. Never changed in place. */
export interface Arrangement {
  /** Everybody but yourself, in the order of the stage. */
  order: readonly string[];
  speakingSince: ReadonlyMap<string, number>;
  lastSpoke: ReadonlyMap<string, number>;
  /** When someone was brought onto the first page. */
  broughtAt: ReadonlyMap<string, number>;
}

/** Off-page people come forward after speaking this long. */
export const COMES_FORWARD_AFTER = 2_000;
/** And stay at least this long. */
export const STAYS_AT_LEAST = 20_000;

export const EMPTY: Arrangement = {
  order: [],
  speakingSince: new Map(),
  lastSpoke: new Map(),
  broughtAt: new Map(),
};

/**
 * Seats people: newcomers at the end by time of joining, leavers' places close, and nobody moves because they speak,
 * except that someone on another page who speaks for two seconds takes the place of the one on the first page who has
 * been silent longest. Whoever is pinned, sharing or has a hand up keeps their place.
 */
export function arrange(
  before: Arrangement,
  people: readonly Seated[],
  pinned: ReadonlySet<string>,
  firstPage: number,
  now: number,
): Arrangement {
  const others = people.filter((person) => !person.isSelf);
  const heard = listen(before, others, now);
  const seated = { ...heard, order: pinnedFirst(seat(before.order, others), pinned) };
  return bringForward(seated, others, pinned, firstPage, now);
}

function seat(order: readonly string[], others: readonly Seated[]): string[] {
  const here = new Set(others.map((person) => person.presenceId));
  const known = new Set(order);
  const newcomers = others.filter((person) => !known.has(person.presenceId)).toSorted(byJoining);
  return [...order.filter((id) => here.has(id)), ...newcomers.map((person) => person.presenceId)];
}

function byJoining(a: Seated, b: Seated): number {
  return a.joinedAt - b.joinedAt || (a.presenceId < b.presenceId ? -1 : 1);
}

function pinnedFirst(order: string[], pinned: ReadonlySet<string>): string[] {
  if (pinned.size === 0) return order;
  return [...order.filter((id) => pinned.has(id)), ...order.filter((id) => !pinned.has(id))];
}

function listen(before: Arrangement, others: readonly Seated[], now: number): Omit<Arrangement, "order"> {
  const speakingSince = new Map<string, number>();
  const lastSpoke = new Map<string, number>();
  const broughtAt = new Map<string, number>();
  for (const { presenceId, speaking } of others) {
    if (speaking) speakingSince.set(presenceId, before.speakingSince.get(presenceId) ?? now);
    const spoke = speaking ? now : before.lastSpoke.get(presenceId);
    if (spoke !== undefined) lastSpoke.set(presenceId, spoke);
    const brought = before.broughtAt.get(presenceId);
    if (brought !== undefined) broughtAt.set(presenceId, brought);
  }
  return { speakingSince, lastSpoke, broughtAt };
}

function bringForward(
  current: Arrangement,
  others: readonly Seated[],
  pinned: ReadonlySet<string>,
  firstPage: number,
  now: number,
): Arrangement {
  const order = [...current.order];
  const broughtAt = new Map(current.broughtAt);
  const byId = new Map(others.map((person) => [person.presenceId, person]));
  for (const speaker of order.slice(firstPage)) {
    const since = current.speakingSince.get(speaker);
    if (since === undefined || now - since < COMES_FORWARD_AFTER) continue;
    const place = placeToGive(order.slice(0, firstPage), current, byId, pinned, broughtAt, now);
    if (place === null) break;
    const from = order.indexOf(speaker);
    [order[place], order[from]] = [order[from]!, order[place]!];
    broughtAt.set(speaker, now);
  }
  return { ...current, order, broughtAt };
}

/**
 * The index of the first-page tile that has been silent longest and may be moved, or null. Among people who never
 * spoke it is the last one: people look for the first ones of the row.
 */
function placeToGive(
  page: readonly string[],
  current: Arrangement,
  byId: ReadonlyMap<string, Seated>,
  pinned: ReadonlySet<string>,
  broughtAt: ReadonlyMap<string, number>,
  now: number,
): number | null {
  let place: number | null = null;
  let longest = Infinity;
  page.forEach((id, index) => {
    const person = byId.get(id);
    const brought = broughtAt.get(id) ?? -Infinity;
    const keeps = pinned.has(id) || person?.sharing || person?.handRaised || person?.speaking;
    if (keeps || now - brought < STAYS_AT_LEAST) return;
    const spoke = current.lastSpoke.get(id) ?? -Infinity;
    if (spoke <= longest) {
      place = index;
      longest = spoke;
    }
  });
  return place;
}
