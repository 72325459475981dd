package parley.wire.rtcp;

/** Packet types and feedback formats on the wire. */
final class RtcpType {
  static final int SENDER_REPORT = 200;
  static final int RECEIVER_REPORT = 201;
  static final int SOURCE_DESCRIPTION = 202;
  static final int BYE = 203;

  /** RFC 4585 §6.2: transport layer feedback. */
  static final int TRANSPORT_FEEDBACK = 205;

  /** RFC 4585 §6.3: payload-specific feedback. */
  static final int PAYLOAD_FEEDBACK = 206;

  /** Format of {@link #TRANSPORT_FEEDBACK}. */
  static final int NACK = 1;

  /** Format of {@link #TRANSPORT_FEEDBACK}. */
  static final int TWCC = 15;

  /** Format of {@link #PAYLOAD_FEEDBACK}. */
  static final int PLI = 1;

  /** Format of {@link #PAYLOAD_FEEDBACK}. */
  static final int FIR = 4;

  /** Format of {@link #PAYLOAD_FEEDBACK}: application layer feedback, used by REMB. */
  static final int APPLICATION = 15;

  /** "REMB". */
  static final int REMB_IDENTIFIER = 0x52454D42;

  private RtcpType() {}
}
