package parley.sfu.feedback;

import parley.wire.rtcp.ReportBlock;

/** What a participant's RTCP asks for or tells. */
public interface FeedbackTarget {
  /** Packets of one of our streams are lost; {@code following} as in RFC 4585 §6.2.1. */
  void lost(int ssrc, int packetId, int following);

  /** A receiver cannot decode one of our streams: PLI or FIR. */
  void keyframeWanted(int ssrc);

  /** One of our streams is reported on. */
  void reported(ReportBlock block);

  /** A sender reports on a stream of its own. */
  void senderReport(int ssrc, long ntp, int timestamp);
}
