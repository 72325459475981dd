import type { DeviceList } from "./deviceList";

export type DeviceKind = "microphone" | "camera" | "speaker";

/** A device of yours is gone, and another of its kind has taken its place. Names are the browser's. */
export interface DeviceMove {
  kind: DeviceKind;
  /** Null when the browser does not say what it was called. */
  from: string | null;
  to: string | null;
}

const LISTS = { microphone: "microphones", camera: "cameras", speaker: "speakers" } as const;

/** Every device of a kind. */
export function devicesOf(kind: DeviceKind, list: DeviceList) {
  return list[LISTS[kind]];
}

/** Whether a device is known not to be there. Before it has allowed one, a browser lists devices without ids. */
export function isGone(kind: DeviceKind, id: string, list: DeviceList): boolean {
  const named = devicesOf(kind, list).filter((device) => device.id !== "");
  return named.length > 0 && named.every((device) => device.id !== id);
}

/** Chromium lists the system's choice a second time, under its own name. */
export function plainLabel(label: string): string {
  return label.replace(/^Default - /, "");
}
