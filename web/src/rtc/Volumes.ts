/** How loud you hear each person, from 0 to 1; kept over every reconnect, and in this tab over a reload. */
export class Volumes {
  private readonly key: string;
  private readonly storage: Pick<Storage, "getItem" | "setItem"> | null;
  private readonly changed: Map<string, number>;

  /** @param meeting keeps the volumes of one meeting apart from another's */
  constructor(
    meeting: string,
    storage: Pick<Storage, "getItem" | "setItem"> | null = sessionStorageOrNull(),
  ) {
    this.key = `parley.volumes.${meeting}`;
    this.storage = storage;
    this.changed = new Map(this.read());
  }

  of(participantId: string): number {
    return this.changed.get(participantId) ?? 1;
  }

  set(participantId: string, volume: number): void {
    this.changed.set(participantId, volume);
    try {
      this.storage?.setItem(this.key, JSON.stringify(Object.fromEntries(this.changed)));
    } catch {
      // Without it a reload hears everybody as loud as they are.
    }
  }

  private read(): [string, number][] {
    try {
      const stored: unknown = JSON.parse(this.storage?.getItem(this.key) ?? "{}");
      return Object.entries(stored as object).filter(isVolume);
    } catch {
      return [];
    }
  }
}

function isVolume(entry: [string, unknown]): entry is [string, number] {
  return typeof entry[1] === "number" && entry[1] >= 0 && entry[1] <= 1;
}

function sessionStorageOrNull(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}
