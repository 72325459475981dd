import type { Size } from "./packing";

/** How a shared screen is looked at: magnification, and how far it is moved, in CSS pixels. */
export interface View {
  zoom: number;
  x: number;
  y: number;
}

/** The whole screen. */
export const FIT: View = { zoom: 1, x: 0, y: 0 };

const LARGEST = 6;

/** Magnifies around the middle; never smaller than the whole screen. */
export function zoomBy(view: View, factor: number): View {
  const zoom = Math.min(LARGEST, Math.max(1, view.zoom * factor));
  if (zoom === 1) return FIT;
  const change = zoom / view.zoom;
  return { zoom, x: view.x * change, y: view.y * change };
}

/** Keeps the picture from being dragged out of its frame. */
export function clampPan(view: View, frame: Size): View {
  const x = (frame.width * (view.zoom - 1)) / 2;
  const y = (frame.height * (view.zoom - 1)) / 2;
  return { zoom: view.zoom, x: clamp(view.x, x), y: clamp(view.y, y) };
}

function clamp(value: number, limit: number): number {
  return Math.min(limit, Math.max(-limit, value));
}
