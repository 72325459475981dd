/** What kept a microphone or camera from starting. */
export type DeviceTrouble =
  "blocked" | "dismissed" | "missing" | "unplugged" | "busy" | "insecure" | "unknown";

/**
 * Reads a `getUserMedia` failure. Names are those of the Media Capture and Streams specification, §10.3.1; Chromium
 * says "dismissed" only in the message.
 */
export function deviceTrouble(error: unknown): DeviceTrouble {
  const { name, message } = error instanceof Error ? error : { name: "", message: "" };
  switch (name) {
    case "NotAllowedError":
    case "SecurityError":
      return /dismissed/i.test(message) ? "dismissed" : "blocked";
    case "NotFoundError":
    case "OverconstrainedError":
    case "DevicesNotFoundError":
      return "missing";
    case "NotReadableError":
    case "AbortError":
    case "TrackStartError":
      return "busy";
    case "TypeError":
      return "insecure";
    default:
      return "unknown";
  }
}

/** Reads why no other device could take the place of one that was pulled out. */
export function troubleAfterLoss(error: unknown): DeviceTrouble {
  const trouble = deviceTrouble(error);
  return trouble === "missing" ? "unplugged" : trouble;
}

/** Whether this page may ask for a device at all: only a secure page may. */
export function devicesReachable(): boolean {
  return typeof navigator !== "undefined" && navigator.mediaDevices?.getUserMedia !== undefined;
}
