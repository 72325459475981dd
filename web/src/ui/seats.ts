/** Where things stand on a drawing of a table, in pixels from its top left corner. */
export type Place = { x: number; y: number };
export type TablePlan = {
  width: number;
  height: number;
  top: { x: number; y: number; width: number; height: number; radius: number };
  /** Middle of each seat, clockwise from the top left. */
  seats: Place[];
};

/** Seats that are drawn one by one; beyond, the last one says how many more there are. */
export const MOST_SEATS = 12;
const GAP = 18;
const EDGE = 6;

/** How many sit at the two ends: nobody below five, one when odd, both when even. */
function atEnds(count: number): number {
  if (count < 5) return 0;
  return count % 2 === 1 ? 1 : 2;
}

/** Draws a table for so many seats of this diameter. Long sides fill first, then the ends. */
export function planTable(count: number, seat: number): TablePlan {
  const ends = atEnds(count);
  const above = Math.ceil((count - ends) / 2);
  const below = count - ends - above;
  const gap = Math.max(8, Math.round((GAP * seat) / 42) > GAP ? GAP : Math.round((GAP * seat) / 42));
  const row = (seats: number) => seats * seat + Math.max(0, seats - 1) * gap;
  const topWidth = Math.max(row(above) + seat * (ends > 0 ? 2.1 : 1.25), seat * 3.4);
  const topHeight = Math.round(seat * 1.72);
  const side = ends > 0 ? seat + EDGE : 0;
  const width = topWidth + 2 * side;
  const top = {
    x: side,
    y: seat + EDGE,
    width: topWidth,
    height: topHeight,
    radius: Math.round(seat * 0.52),
  };
  const height = topHeight + 2 * (seat + EDGE);

  const spread = (seats: number, y: number) =>
    Array.from({ length: seats }, (_, i) => ({
      x: width / 2 - row(seats) / 2 + seat / 2 + i * (seat + gap),
      y,
    }));
  const middle = height / 2;
  const seats = spread(above, seat / 2);
  if (ends > 0) seats.push({ x: width - seat / 2, y: middle });
  seats.push(...spread(below, height - seat / 2).reverse());
  if (ends > 1) seats.push({ x: seat / 2, y: middle });
  return { width, height, top, seats };
}
