package parley.sfu.receive;

import parley.wire.rtcp.TwccBuilder;

/** Sends a TWCC feedback. */
@FunctionalInterface
public interface TwccSink {
  /** What arrived, to be written during the call. */
  void feedback(int mediaSsrc, int feedbackCount, TwccBuilder arrivals);
}
