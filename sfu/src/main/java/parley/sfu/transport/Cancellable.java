package parley.sfu.transport;

/** A task that has not run yet. */
@FunctionalInterface
public interface Cancellable {
  /** Keeps it from running again; once it has run, or twice, is harmless. Any thread. */
  void cancel();
}
