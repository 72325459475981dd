package parley.mediaserver;

import java.time.Instant;

/**
 * What happens in the rooms. Calls come one after another in the order things happened, on a thread
 * of their own: a listener may block (it delays later calls, never media). Exceptions are logged.
 */
public interface MediaServerListener {
  /** The first participant is coming, or the room was made by {@link MediaServer#ensureRoom}. */
  default void roomStarted(String room, Instant at) {}

  /** The room is gone: deleted, or empty for longer than its options allow. */
  default void roomFinished(String room, Instant at) {}

  /** Media of this participant is connected. */
  default void participantJoined(String room, String identity, String sid, Instant at) {}

  /**
   * A participant that had joined is gone. Its tracks were told unpublished before.
   *
   * @param lastSignOfLife when its client was last heard, at most 15 s ago
   */
  default void participantLeft(
      String room, String identity, String sid, Instant lastSignOfLife, LeaveReason reason) {}

  /** A participant came over the signal but its media never connected. */
  default void participantAborted(
      String room, String identity, String sid, Instant at, LeaveReason reason) {}

  /** A track can be received by others from now on. */
  default void trackPublished(
      String room, String identity, String sid, TrackFacts track, Instant at) {}

  /** {@code track.muted()} changed. */
  default void trackMuted(String room, String identity, String sid, TrackFacts track, Instant at) {}

  /** The track ended. */
  default void trackUnpublished(
      String room, String identity, String sid, TrackFacts track, Instant at) {}
}
