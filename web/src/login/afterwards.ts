/** Where to go after logging in: the page that was asked for, if it is one of ours. */
export function afterwards(search: string): string {
  const next = new URLSearchParams(search).get("next");
  if (!next?.startsWith("/") || !URL.canParse(next, location.origin)) return "/home";
  // Only the browser's own reading counts: it drops tabs and takes a backslash for a slash.
  const page = new URL(next, location.origin);
  const ours = page.origin === location.origin && !page.pathname.startsWith("//");
  return ours ? page.pathname + page.search + page.hash : "/home";
}
