package parley.sfu;

/** A deed that a room will do later. */
@FunctionalInterface
public interface Timer {
  /** Makes sure it is not done any more; harmless when it was done already. Room thread only. */
  void cancel();
}
