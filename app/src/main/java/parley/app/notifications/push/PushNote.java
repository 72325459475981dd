package parley.app.notifications.push;

import java.util.Optional;

/**
 * What a device shows.
 *
 * @param json what the service worker reads; at most {@value #MOST_BYTES} bytes in UTF-8
 * @param urgent whether it wakes a device that saves power (RFC 8030 §5.3)
 * @param topic a later note of the same topic takes the place of one not delivered yet (RFC 8030
 *     §5.4)
 */
public record PushNote(String json, boolean urgent, Optional<String> topic) {
  /** What every push service has to take (RFC 8291 §4), less the header, padding and tag. */
  public static final int MOST_BYTES = 3993;
}
