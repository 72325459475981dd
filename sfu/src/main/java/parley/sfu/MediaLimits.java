package parley.sfu;

/**
 * The most that one participant may send for others, in bits a second, all its tracks of a kind
 * together, retransmissions and headers included. Twice as much may come at once after a pause.
 *
 * @param audio microphones and the sound of screens
 * @param camera cameras, all encodings together
 * @param screen shared screens
 */
public record MediaLimits(long audio, long camera, long screen) {
  /** Far above what browsers send: stereo Opus with RED, a 4K camera, two 4K screens. */
  public static final MediaLimits STANDARD = new MediaLimits(2_000_000, 15_000_000, 40_000_000);

  /** The least that a limit can be. */
  public static final long LEAST = 8;

  /** The most that a limit can be. */
  public static final long MOST = 800_000_000;

  public MediaLimits {
    for (long limit : new long[] {audio, camera, screen}) {
      if (limit < LEAST || limit > MOST) {
        throw new IllegalArgumentException("a limit of " + limit + " bits a second");
      }
    }
  }

  /** That of such a track. */
  long of(TrackSpec track) {
    if (track.kind() == TrackKind.AUDIO) {
      return audio;
    }
    return track.screen() ? screen : camera;
  }
}
