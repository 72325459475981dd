/** The square of a picture that is shown: its middle and side in pixels of the picture. */
export type Crop = { x: number; y: number; side: number };

export type Size = { width: number; height: number };

/** How much closer than the whole one may go. */
export const CLOSEST = 4;

/** As much as fits: the largest square in the middle. */
export function wholeOf({ width, height }: Size): Crop {
  return { x: width / 2, y: height / 2, side: Math.min(width, height) };
}

export function zoomOf(crop: Crop, size: Size): number {
  return Math.min(size.width, size.height) / crop.side;
}

/** The same middle, closer or further away; the square never leaves the picture. */
export function zoomed(crop: Crop, size: Size, zoom: number): Crop {
  const held = Math.min(CLOSEST, Math.max(1, zoom));
  return within({ ...crop, side: Math.min(size.width, size.height) / held }, size);
}

/** Moved by so many pixels of the picture. */
export function moved(crop: Crop, size: Size, x: number, y: number): Crop {
  return within({ ...crop, x: crop.x + x, y: crop.y + y }, size);
}

function within({ x, y, side }: Crop, { width, height }: Size): Crop {
  const half = side / 2;
  return {
    x: Math.min(width - half, Math.max(half, x)),
    y: Math.min(height - half, Math.max(half, y)),
    side,
  };
}

/** Where the picture lies under a window of this side (CSS pixels) that shows the crop. */
export function placed(crop: Crop, size: Size, window: number) {
  const scale = window / crop.side;
  return {
    width: size.width * scale,
    height: size.height * scale,
    left: window / 2 - crop.x * scale,
    top: window / 2 - crop.y * scale,
  };
}
