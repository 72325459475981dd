package parley.mediaserver;

import java.time.Duration;

/**
 * What a room is given when it is made.
 *
 * @param maxParticipants most participants at once; 0 for no limit here
 * @param emptyTimeout how long a room that nobody has joined yet is kept
 * @param departureTimeout how long a room is kept after its last participant left
 * @param metadata opaque text shown to every participant
 */
public record RoomOptions(
    int maxParticipants, Duration emptyTimeout, Duration departureTimeout, String metadata) {

  /** No limit, five minutes before the first participant, twenty seconds after the last. */
  public static RoomOptions standard() {
    return new RoomOptions(0, Duration.ofMinutes(5), Duration.ofSeconds(20), "");
  }
}
