package parley.mediaserver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Remembers which tokens no longer open a room, for as long as such a token can live: what is older
 * goes with every question and every revocation. Safe for threads.
 */
final class Revocations {
  /** Four times what a token of LiveKit's server SDKs lives, where nobody says otherwise. */
  static final Duration REMEMBERED = Duration.ofHours(24);

  private record Key(String room, String identity) {}

  /** Oldest first. */
  private final SequencedMap<Key, Instant> revoked = new LinkedHashMap<>();

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

  /** How many are remembered. */
  synchronized int size() {
    return revoked.size();
  }

  synchronized boolean isRevoked(String room, String identity, Instant issuedAt) {
    forget();
    return covers(new Key(room, ""), issuedAt) || covers(new Key(room, identity), issuedAt);
  }

  private boolean covers(Key key, Instant issuedAt) {
    Instant at = revoked.get(key);
    return at != null && issuedAt.getEpochSecond() <= at.getEpochSecond();
  }

  private synchronized void revoke(Key key) {
    forget();
    revoked.putLast(key, clock.instant());
  }

  private void forget() {
    Instant since = clock.instant().minus(REMEMBERED);
    while (!revoked.isEmpty() && revoked.firstEntry().getValue().isBefore(since)) {
      revoked.pollFirstEntry();
    }
  }
}
