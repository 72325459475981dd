const SAMPLES = 512;
/** Sound quieter than this, in dBFS, counts as silence; speech at a usual distance reaches about −20. */
const SILENCE = -60;
const LOUD = -12;

/** Measures how loud a microphone is, from a copy of its track, so that it also hears while the track is muted. */
export class LevelMeter {
  private readonly track: MediaStreamTrack;
  private readonly context: AudioContext;
  private readonly analyser: AnalyserNode;
  private readonly samples = new Float32Array(SAMPLES);

  constructor(track: MediaStreamTrack) {
    this.track = track.clone();
    this.track.enabled = true;
    this.context = new AudioContext();
    this.analyser = this.context.createAnalyser();
    this.analyser.fftSize = SAMPLES;
    this.context.createMediaStreamSource(new MediaStream([this.track])).connect(this.analyser);
  }

  /** The loudness now, from 0 (silence) to 1 (loud). */
  level(): number {
    this.analyser.getFloatTimeDomainData(this.samples);
    return loudness(this.samples);
  }

  close(): void {
    this.track.stop();
    void this.context.close();
  }
}

/** The loudness of samples from −1 to 1, on a scale from 0 (silence) to 1 (loud) that follows hearing. */
export function loudness(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 20 * Math.log10(Math.sqrt(sum / samples.length) || 1e-9);
  return Math.min(1, Math.max(0, (decibels - SILENCE) / (LOUD - SILENCE)));
}
