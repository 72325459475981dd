package parley.sfu.receive;

/**
 * Asks the sender of one stream for keyframes, not too often: a request that comes too early waits,
 * and is forgotten when a keyframe comes first.
 */
public final class KeyframeRequester {
  private final long interval;
  private boolean asked;
  private boolean waiting;
  private long lastAsked;
  private long requests;

  KeyframeRequester(long intervalNanos) {
    interval = intervalNanos;
  }

  /** Wants one; true when the caller should ask now. */
  boolean request(long now) {
    waiting = true;
    return due(now);
  }

  /** Whether a waiting request may go out now; then it counts as sent. */
  boolean due(long now) {
    if (!waiting || asked && now - lastAsked < interval) {
      return false;
    }
    waiting = false;
    asked = true;
    lastAsked = now;
    requests++;
    return true;
  }

  void keyframeCame() {
    waiting = false;
  }

  long requests() {
    return requests;
  }
}
