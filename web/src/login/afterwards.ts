/** Where to go after logging in: the page that was asked for, if it is one of ours. */
export function afterwards(search: string): string {
  const next = new URLSearchParams(search).get("next");
  return next && /^\/(?![/\\])/.test(next) ? next : "/home";
}
