package parley.sfu.transport.ice;

import org.jspecify.annotations.Nullable;
import parley.sfu.transport.net.Route;

/** A route on which an authenticated check of one agent came in: media is accepted there. */
public final class Path {
  private final IceAgent agent;
  private Route route;
  private TriggeredChecks.@Nullable Question question;
  private boolean nominated;
  private boolean proven;
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

  /** Whether the other side was here lately. */
  public boolean heardWithin(long nanos, long nowNanos) {
    return proven && nowNanos - lastHeardNanos < nanos;
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

  /** The other side is here, and not only somebody who heard it. */
  void prove() {
    proven = true;
  }

  boolean proven() {
    return proven;
  }

  /** The check of ours that is under way; null when none is. */
  TriggeredChecks.@Nullable Question question() {
    return question;
  }

  void ask(TriggeredChecks.@Nullable Question next) {
    question = next;
  }

  long generation() {
    return generation;
  }
}
