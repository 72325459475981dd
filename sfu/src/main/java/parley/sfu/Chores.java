package parley.sfu;

import parley.sfu.feedback.RtcpOutbox;

/** What has to be done for a participant again and again, and how often. */
final class Chores {
  private static final long MILLI = 1_000_000L;

  private final Incoming incoming;
  private final Outgoing outgoing;
  private final RtcpOutbox outbox;
  private final QualityCheck quality;
  private final Cadence arrivals = new Cadence(50 * MILLI);
  private final Cadence layers = new Cadence(250 * MILLI);
  private final Cadence reports = new Cadence(1_000 * MILLI);
  private final Cadence judgement = new Cadence(5_000 * MILLI);

  Chores(Incoming incoming, Outgoing outgoing, RtcpOutbox outbox, ParticipantListener listener) {
    this.incoming = incoming;
    this.outgoing = outgoing;
    this.outbox = outbox;
    quality = new QualityCheck(incoming, outgoing, listener);
  }

  void tick(long now, boolean silent) {
    if (layers.due(now)) {
      incoming.checkLayers();
    }
    incoming.askAgain(now);
    outgoing.askForAwaited(now);
    if (arrivals.due(now)) {
      incoming.tellArrivals();
    }
    outgoing.report(now);
    if (reports.due(now)) {
      incoming.report(now);
      outgoing.forgetOld(now);
    }
    outbox.flush();
    if (judgement.due(now)) {
      quality.check(silent);
    }
  }
}
