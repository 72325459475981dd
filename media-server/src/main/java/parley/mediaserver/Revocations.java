package parley.mediaserver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which tokens no longer open a room. Bounded by time: tokens expire by themselves. */
final class Revocations {
  /** Longer than any token of the platform lives. */
  static final Duration REMEMBERED = Duration.ofHours(24);

  private record Key(String room, String identity) {}

  private final Map<Key, Instant> revoked = new ConcurrentHashMap<>();
  private final Clock clock;

  Revocations(Clock clock) {
    this.clock = clock;
  }

  /** Tokens of this room issued until now open it no more. */
  void revokeRoom(String room) {
    revoke(new Key(room, ""));
  }

  /** Tokens of this identity issued until now open the room no more. */
  void revoke(String room, String identity) {
    revoke(new Key(room, identity));
  }

  boolean isRevoked(String room, String identity, Instant issuedAt) {
    return covers(new Key(room, ""), issuedAt) || covers(new Key(room, identity), issuedAt);
  }

  private boolean covers(Key key, Instant issuedAt) {
    Instant at = revoked.get(key);
    return at != null && issuedAt.getEpochSecond() <= at.getEpochSecond();
  }

  private void revoke(Key key) {
    Instant now = clock.instant();
    revoked.values().removeIf(at -> at.isBefore(now.minus(REMEMBERED)));
    revoked.put(key, now);
  }
}
