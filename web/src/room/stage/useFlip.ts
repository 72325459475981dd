import { useLayoutEffect, useRef, type RefObject } from "react";
import type { Box } from "./packing";

const MOVE = { duration: 260, easing: "cubic-bezier(.2,.8,.2,1)" };

/** Lets a tile glide from its former place to its new one; only transform moves, so the picture is laid out once. */
export function useFlip(ref: RefObject<HTMLElement | null>, box: Box): void {
  const before = useRef<Box | null>(null);
  useLayoutEffect(() => {
    const from = before.current;
    before.current = box;
    const element = ref.current;
    if (!from || !element?.animate || same(from, box) || reducedMotion()) return;
    const scale = `scale(${from.width / box.width}, ${from.height / box.height})`;
    const start = `translate(${from.left}px, ${from.top}px) ${scale}`;
    const end = `translate(${box.left}px, ${box.top}px)`;
    element.animate([{ transform: start }, { transform: end }], MOVE);
  }, [ref, box]);
}

function same(a: Box, b: Box): boolean {
  return a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height;
}

function reducedMotion(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
