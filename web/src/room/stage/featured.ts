import { shapeTile, type Box, type RatioRange, type Size } from "./packing";

/** A stage with one large picture and a strip of small ones. */
export interface FeaturedLayout {
  large: Box;
  strip: Box[];
  side: "above" | "right" | "none";
}

export interface FeaturedInput {
  stage: Size;
  /** How many small tiles want a place; those that do not fit are left out. */
  others: number;
  gap: number;
  /** Width divided by height of what is shown large; it is never cropped. */
  ratio: number;
  /** Tiles of the strip keep these shapes. */
  ratios: RatioRange;
  strip: { above: number; right: number };
}

const DESKTOP_STRIP = { above: 100, right: 172 };
const PHONE_STRIP = { above: 84, right: 132 };

/** How high a strip above, and how wide one at the right is, in CSS pixels. */
export function stripSize(phone: boolean): { above: number; right: number } {
  return phone ? PHONE_STRIP : DESKTOP_STRIP;
}

/** Puts the strip above or right, whichever leaves the large picture more area. */
export function layOutFeatured(input: FeaturedInput): FeaturedLayout {
  const { stage, gap, others, strip } = input;
  if (others === 0) return { large: { left: 0, top: 0, ...stage }, strip: [], side: "none" };
  const below: Size = { width: stage.width, height: stage.height - strip.above - gap };
  const beside: Size = { width: stage.width - strip.right - gap, height: stage.height };
  return shownArea(below, input.ratio) >= shownArea(beside, input.ratio)
    ? withStripAbove(input, below)
    : withStripRight(input, beside);
}

/** The area, in square pixels, a picture of this ratio takes inside a frame. */
function shownArea(frame: Size, ratio: number): number {
  const { width, height } = shapeTile(frame, { narrowest: ratio, widest: ratio });
  return width * height;
}

function withStripAbove(input: FeaturedInput, area: Size): FeaturedLayout {
  const { stage, gap, strip, others } = input;
  const height = strip.above;
  const width = Math.min(
    height * input.ratios.widest,
    stripLength(stage.width, others, gap, height * input.ratios.narrowest),
  );
  const fitting = Math.min(others, countFitting(stage.width, width, gap));
  const start = (stage.width - (fitting * width + gap * (fitting - 1))) / 2;
  const boxes = Array.from({ length: fitting }, (_, index) => ({
    left: start + index * (width + gap),
    top: 0,
    width,
    height,
  }));
  return { large: { left: 0, top: strip.above + gap, ...area }, strip: boxes, side: "above" };
}

function withStripRight(input: FeaturedInput, area: Size): FeaturedLayout {
  const { stage, gap, strip, others } = input;
  const width = strip.right;
  const height = width / input.ratios.widest;
  const fitting = Math.min(others, countFitting(stage.height, height, gap));
  const start = (stage.height - (fitting * height + gap * (fitting - 1))) / 2;
  const left = stage.width - width;
  const boxes = Array.from({ length: fitting }, (_, index) => ({
    left,
    top: start + index * (height + gap),
    width,
    height,
  }));
  return { large: { left: 0, top: 0, ...area }, strip: boxes, side: "right" };
}

/** The length each of `count` tiles may take so that all fit, but not less than `least`. */
function stripLength(room: number, count: number, gap: number, least: number): number {
  return Math.max(least, (room - gap * (count - 1)) / count);
}

function countFitting(room: number, length: number, gap: number): number {
  return Math.max(1, Math.floor((room + gap + 0.001) / (length + gap)));
}
