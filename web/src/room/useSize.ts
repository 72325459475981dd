import { useEffect, useState, type RefObject } from "react";
import type { Size } from "./stage/packing";
import { screenClass, type ScreenClass } from "./stage/screenClass";

/** The inner size of an element, in CSS pixels; zero until it has been measured. */
export function useSize(ref: RefObject<HTMLElement | null>): Size {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const width = element.clientWidth;
      const height = element.clientHeight;
      setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [ref]);
  return size;
}

/** Which of the four screens this window is. */
export function useScreenClass(): ScreenClass {
  const [screen, setScreen] = useState(() => screenClass(window.innerWidth, window.innerHeight));
  useEffect(() => {
    const measure = () => setScreen(screenClass(window.innerWidth, window.innerHeight));
    window.addEventListener("resize", measure);
    return () => window.removeEventListener("resize", measure);
  }, []);
  return screen;
}
