/** Languages people read, by tag (RFC 5646). */
const TAGS =
  "ar bg bn ca cs cy da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko lt lv mk ms mt nb nl nn pl pt-BR pt-PT ro ru sk sl sq sr sv sw ta th tr uk ur uz vi zh-Hans zh-Hant";

export type Choice = { value: string; label: string };

/** Each language by its own name, in alphabetical order; with the one that is chosen, whatever it is. */
export function languages(chosen: string): Choice[] {
  const tags = new Set(TAGS.split(" "));
  if (chosen) tags.add(chosen);
  return [...tags]
    .map((tag) => ({ value: tag, label: ownName(tag) }))
    .sort((one, other) => one.label.localeCompare(other.label));
}

function ownName(tag: string): string {
  try {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tag) + name.slice(1);
  } catch {
    return tag;
  }
}

/** Every time zone the browser knows, and the one that is chosen. */
export function timeZones(chosen: string): Choice[] {
  const zones = new Set([...Intl.supportedValuesOf("timeZone"), "UTC"]);
  if (chosen) zones.add(chosen);
  return [...zones].sort().map((zone) => ({ value: zone, label: zone.replaceAll("_", " ") }));
}

/** The zone of this device. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
