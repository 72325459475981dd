package parley.app.notifications.push;

import java.net.URI;
import java.util.UUID;

/**
 * A browser that somebody wants to be notified on.
 *
 * @param endpoint its address at its push service
 * @param publicKey the point it reads with
 * @param authSecret 16 bytes that only it and we know
 */
@SuppressWarnings("ArrayRecordComponent")
record PushDevice(UUID id, UUID sessionId, URI endpoint, byte[] publicKey, byte[] authSecret) {
  @Override
  public String toString() {
    return "PushDevice[" + id + "]";
  }
}
