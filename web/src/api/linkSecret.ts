type Place = { pathname: string; hash: string; search: string };

const keyOf = (pathname: string) => `parley.link ${pathname}`;

/** A secret of the link that leads to a page: behind `#`, or in the query as older links have it; null for none. */
export function secretOf({ hash, search }: Place, name: string): string | null {
  return new URLSearchParams(hash.slice(1)).get(name) ?? new URLSearchParams(search).get(name);
}

/** The same, or what the page had when it was opened in this tab before: after a reload, or a detour by log-in. */
export function keptSecretOf(place: Place, name: string): string | null {
  const told = secretOf(place, name);
  if (told === null) return sessionStorage.getItem(keyOf(place.pathname));
  sessionStorage.setItem(keyOf(place.pathname), told);
  return told;
}

/** Once it has done its work. */
export function forgetSecret(pathname: string): void {
  sessionStorage.removeItem(keyOf(pathname));
}
