package parley.sfu.transport.ice;

import parley.sfu.transport.net.Route;

/** A route on which an authenticated check of one agent came in: media is accepted there. */
public final class Path {
  private final IceAgent agent;
  private Route route;
  private boolean nominated;
  private long lastHeardNanos;
  private long generation;

  Path(IceAgent agent, Route route) {
    this.agent = agent;
    this.route = route;
  }

  /** Whose path this is. */
  public IceAgent agent() {
    return agent;
  }

  /** The way to the other side. */
  public Route route() {
    return route;
  }

  /** Something authentic came here. */
  public void heard(long nanos) {
    lastHeardNanos = nanos;
  }

  /** Whether something authentic came here lately. */
  public boolean heardWithin(long nanos, long nowNanos) {
    return nowNanos - lastHeardNanos < nanos;
  }

  long lastHeardNanos() {
    return lastHeardNanos;
  }

  /**
   * Media follows to the address of ours that was nominated last; until one was, to that of the
   * last check.
   */
  void checked(Route from, boolean nominates) {
    if (nominates || !nominated) {
      route = from;
      nominated = nominates;
    }
  }

  void checkedIn(long currentGeneration) {
    generation = currentGeneration;
  }

  long generation() {
    return generation;
  }
}
