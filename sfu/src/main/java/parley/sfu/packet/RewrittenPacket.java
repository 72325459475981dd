package parley.sfu.packet;

/**
 * A received packet as one receiver gets it: the same payload under other numbers. Reused from
 * packet to packet.
 */
public final class RewrittenPacket {
  private final PictureNumbers picture = new PictureNumbers();
  private long sequenceNumber;
  private int timestamp;
  private int payloadType;
  private boolean marker;

  /** Sets what the header says. */
  public void header(
      long extendedSequenceNumber, int newTimestamp, int newPayloadType, boolean newMarker) {
    sequenceNumber = extendedSequenceNumber;
    timestamp = newTimestamp;
    payloadType = newPayloadType;
    marker = newMarker;
  }

  /** Extended by cycles. */
  public long sequenceNumber() {
    return sequenceNumber;
  }

  public int timestamp() {
    return timestamp;
  }

  /** The receiver's. */
  public int payloadType() {
    return payloadType;
  }

  public boolean marker() {
    return marker;
  }

  /** The receiver's VP8 numbers. */
  public PictureNumbers picture() {
    return picture;
  }
}
