import { expect, test } from "vitest";
import { CLOSEST, moved, placed, wholeOf, zoomed, zoomOf } from "./crop";

const size = { width: 900, height: 600 };

test("begins with the largest square in the middle", () => {
  expect(wholeOf(size)).toEqual({ x: 450, y: 300, side: 600 });
});

test("never leaves the picture, however far it is moved", () => {
  expect(moved(wholeOf(size), size, 10_000, 10_000)).toEqual({ x: 600, y: 300, side: 600 });
  expect(moved(wholeOf(size), size, -10_000, -10_000)).toEqual({ x: 300, y: 300, side: 600 });
  const close = zoomed(wholeOf(size), size, 2);
  expect(moved(close, size, -10_000, 10_000)).toEqual({ x: 150, y: 450, side: 300 });
});

test("zooming out at an edge comes back into the picture", () => {
  const edge = moved(zoomed(wholeOf(size), size, 3), size, 10_000, 10_000);
  expect(zoomed(edge, size, 1)).toEqual({ x: 600, y: 300, side: 600 });
});

test("zoom stays between the whole and the closest", () => {
  expect(zoomOf(zoomed(wholeOf(size), size, 100), size)).toBe(CLOSEST);
  expect(zoomOf(zoomed(wholeOf(size), size, 0.1), size)).toBe(1);
});

test("the window shows exactly the crop", () => {
  expect(placed({ x: 450, y: 300, side: 300 }, size, 300)).toEqual({
    width: 900,
    height: 600,
    left: -300,
    top: -150,
  });
});
