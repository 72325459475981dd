/** A microphone, camera or speaker as the browser names it. */
export interface Device {
  id: string;
  label: string;
}

/** Everything that can be chosen now. Labels are empty until the browser has allowed a device once. */
export interface DeviceList {
  microphones: readonly Device[];
  cameras: readonly Device[];
  speakers: readonly Device[];
}

export const NO_DEVICES: DeviceList = { microphones: [], cameras: [], speakers: [] };

/** Asks the browser for its devices; none when it has no say about them. */
export async function listDevices(): Promise<DeviceList> {
  try {
    return groupDevices(await navigator.mediaDevices.enumerateDevices());
  } catch {
    return NO_DEVICES;
  }
}

/** Sorts what the browser lists by kind; unnamed ones get a number. */
export function groupDevices(
  infos: readonly Pick<MediaDeviceInfo, "kind" | "deviceId" | "label">[],
): DeviceList {
  const of = (kind: MediaDeviceKind, word: string): Device[] =>
    infos
      .filter((info) => info.kind === kind)
      .map((info, index) => ({ id: info.deviceId, label: info.label || `${word} ${index + 1}` }));
  return {
    microphones: of("audioinput", "Microphone"),
    cameras: of("videoinput", "Camera"),
    speakers: of("audiooutput", "Speaker"),
  };
}

/** Whether the browser can play through another speaker than its own choice. */
export function speakerCanBeChosen(): boolean {
  return typeof HTMLMediaElement !== "undefined" && "setSinkId" in HTMLMediaElement.prototype;
}
