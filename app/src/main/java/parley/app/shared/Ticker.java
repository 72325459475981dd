package parley.app.shared;

/**
 * Time that only passes: what is measured by it holds when the clock is set. Business code that
 * asks what time it is takes a {@link java.time.Clock} instead.
 */
@FunctionalInterface
public interface Ticker {
  /** Nanoseconds since some moment; only differences mean anything. */
  long nanos();
}
