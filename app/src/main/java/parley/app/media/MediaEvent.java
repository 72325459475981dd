package parley.app.media;

import java.time.Instant;

/**
 * A fact from the media side, published as an application event. Facts of one room come one after
 * another in the order they happened, outside any transaction; a fact may come twice, and the end
 * of a connection may come after the beginning of the next one of the same identity. So listeners
 * compare the connection.
 */
public sealed interface MediaEvent {

  /** Media is connected: this identity is there. */
  record Joined(String node, String room, String identity, String connection, Instant at)
      implements MediaEvent {}

  /**
   * A connection that had joined is gone.
   *
   * @param lastSignOfLife when it was last heard
   * @param wanted whether the client itself said that it leaves
   */
  record Left(
      String room, String identity, String connection, Instant lastSignOfLife, boolean wanted)
      implements MediaEvent {}

  /** A track can be received by the others. */
  record TrackPublished(
      String room, String identity, String connection, MediaSource source, boolean muted)
      implements MediaEvent {}

  /** A published track was muted or unmuted. */
  record TrackMuted(
      String room, String identity, String connection, MediaSource source, boolean muted)
      implements MediaEvent {}

  /** A track is no longer published. */
  record TrackUnpublished(String room, String identity, String connection, MediaSource source)
      implements MediaEvent {}

  /**
   * A media server died without a word: everyone who was on it was last there at this time. Told
   * before anybody can join again.
   */
  record NodeLost(String node, Instant lastSignOfLife) implements MediaEvent {}
}
