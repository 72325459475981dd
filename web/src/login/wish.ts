import { afterwards } from "./afterwards";

const KEY = "parley.wish";

/** Keeps where somebody wanted to go while they log in elsewhere: the way back says nothing of it. */
export function rememberWish(search: string): void {
  sessionStorage.setItem(KEY, afterwards(search));
}

/** Where they wanted to go; it is forgotten with the answer. */
export function takeWish(): string {
  const wish = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  return afterwards(`?next=${encodeURIComponent(wish ?? "")}`);
}
