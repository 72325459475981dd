/** What a person chose before joining; kept in this browser. Device ids are the browser's. */
export interface Choices {
  name: string;
  microphoneOn: boolean;
  cameraOn: boolean;
  microphoneId: string | null;
  cameraId: string | null;
  speakerId: string | null;
  mirrored: boolean;
}

const KEY = "parley.choices";

const DEFAULTS: Choices = {
  name: "",
  microphoneOn: true,
  cameraOn: true,
  microphoneId: null,
  cameraId: null,
  speakerId: null,
  mirrored: true,
};

/** The remembered choices; defaults where nothing, or nothing usable, is remembered. */
export function rememberedChoices(storage: Pick<Storage, "getItem"> | null = localStorageOrNull()): Choices {
  try {
    return readChoices(JSON.parse(storage?.getItem(KEY) ?? "{}"));
  } catch {
    return DEFAULTS;
  }
}

/** Remembers choices; a browser that stores nothing forgets them with the page. */
export function rememberChoices(
  changes: Partial<Choices>,
  storage: Pick<Storage, "getItem" | "setItem"> | null = localStorageOrNull(),
): Choices {
  const choices = { ...rememberedChoices(storage), ...changes };
  try {
    storage?.setItem(KEY, JSON.stringify(choices));
  } catch {
    // A full or forbidden storage must not keep anyone from joining.
  }
  return choices;
}

function readChoices(stored: unknown): Choices {
  const from = (typeof stored === "object" && stored !== null ? stored : {}) as Record<string, unknown>;
  return {
    name: text(from.name) ?? DEFAULTS.name,
    microphoneOn: flag(from.microphoneOn, DEFAULTS.microphoneOn),
    cameraOn: flag(from.cameraOn, DEFAULTS.cameraOn),
    microphoneId: text(from.microphoneId),
    cameraId: text(from.cameraId),
    speakerId: text(from.speakerId),
    mirrored: flag(from.mirrored, DEFAULTS.mirrored),
  };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.length <= 300 ? value : null;
}

function flag(value: unknown, otherwise: boolean): boolean {
  return typeof value === "boolean" ? value : otherwise;
}

function localStorageOrNull(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}
