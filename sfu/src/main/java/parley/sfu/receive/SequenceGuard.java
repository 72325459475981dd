package parley.sfu.receive;

import parley.wire.rtp.ExtendedSequenceNumber;

/**
 * Extends sequence numbers and tells a jump from a stream that started anew: two packets in a row
 * far from the rest (RFC 3550 A.1).
 */
final class SequenceGuard {
  /** A stream that started anew with this packet. */
  static final long RESTARTED = -1;

  /** A packet too far from the others to be believed. */
  static final long UNBELIEVABLE = -2;

  private static final int MAX_JUMP = 3000;

  private final ExtendedSequenceNumber extended = new ExtendedSequenceNumber();
  private int expectedAfterJump = -1;

  /** The extended number, or {@link #RESTARTED} (then call again), or {@link #UNBELIEVABLE}. */
  long extend(int sequenceNumber) {
    long near = extended.peek(sequenceNumber);
    if (extended.highest() < 0 || Math.abs(near - extended.highest()) <= MAX_JUMP) {
      expectedAfterJump = -1;
      return extended.extend(sequenceNumber);
    }
    boolean again = sequenceNumber == expectedAfterJump;
    expectedAfterJump = sequenceNumber + 1 & 0xFFFF;
    if (!again) {
      return UNBELIEVABLE;
    }
    reset();
    return RESTARTED;
  }

  /** The same for a retransmission, which never starts a stream and never jumps. */
  long extendRetransmitted(int sequenceNumber) {
    long near = extended.peek(sequenceNumber);
    boolean known = extended.highest() >= 0 && Math.abs(near - extended.highest()) <= MAX_JUMP;
    return known ? extended.extend(sequenceNumber) : UNBELIEVABLE;
  }

  long highest() {
    return extended.highest();
  }

  void reset() {
    extended.reset();
    expectedAfterJump = -1;
  }
}
