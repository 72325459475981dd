package parley.sfu.forward;

import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.RewrittenPacket;

/** Sends packets on to one receiver. */
@FunctionalInterface
public interface ForwardSink {
  /** Both are valid during the call only. */
  void forward(MediaPacket packet, RewrittenPacket rewritten);
}
