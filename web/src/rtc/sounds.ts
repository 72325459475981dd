/** A soft note: when it starts (seconds), how high (hertz), how long (seconds). */
interface Note {
  at: number;
  pitch: number;
  length: number;
}

/** What the room can say without words; all short, quiet and wooden. */
const SOUNDS = {
  joined: [{ at: 0, pitch: 523, length: 0.16 }],
  left: [{ at: 0, pitch: 330, length: 0.18 }],
  dropped: [
    { at: 0, pitch: 494, length: 0.16 },
    { at: 0.15, pitch: 392, length: 0.2 },
  ],
  back: [
    { at: 0, pitch: 392, length: 0.16 },
    { at: 0.15, pitch: 494, length: 0.2 },
  ],
  test: [
    { at: 0, pitch: 392, length: 0.25 },
    { at: 0.22, pitch: 494, length: 0.25 },
    { at: 0.44, pitch: 587, length: 0.35 },
  ],
} as const satisfies Record<string, readonly Note[]>;

export type Sound = keyof typeof SOUNDS;

const QUIET = 0.09;
const AUDIBLE = 0.3;

/**
 * Plays a sound, through a chosen speaker where the browser can do that. A browser that does not let the page make
 * sounds yet stays silent.
 *
 * @param speakerId the browser's id of the speaker, or null for its own choice
 */
export async function play(sound: Sound, speakerId: string | null = null): Promise<void> {
  const context = new AudioContext();
  try {
    if (context.state === "suspended") await context.resume();
    if (speakerId && "setSinkId" in context) {
      await (context as AudioContext & { setSinkId(id: string): Promise<void> }).setSinkId(speakerId);
    }
    const notes: readonly Note[] = SOUNDS[sound];
    for (const note of notes) strike(context, note, sound === "test" ? AUDIBLE : QUIET);
    const end = Math.max(...notes.map((note) => note.at + note.length));
    await new Promise((resolve) => setTimeout(resolve, (end + 0.2) * 1000));
  } catch {
    // No sound is better than no meeting.
  } finally {
    void context.close();
  }
}

function strike(context: AudioContext, note: Note, volume: number): void {
  const start = context.currentTime + note.at + 0.01;
  const tone = new OscillatorNode(context, { type: "triangle", frequency: note.pitch });
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(volume, start + 0.012);
  gain.gain.exponentialRampToValueAtTime(0.0008, start + note.length);
  tone.connect(gain).connect(context.destination);
  tone.start(start);
  tone.stop(start + note.length + 0.02);
}
