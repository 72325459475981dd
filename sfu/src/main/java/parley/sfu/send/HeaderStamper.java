package parley.sfu.send;

import java.nio.charset.StandardCharsets;
import parley.sfu.packet.PacketBuffer;
import parley.wire.rtp.AbsSendTime;
import parley.wire.rtp.ExtensionWriter;
import parley.wire.rtp.RtpHeader;

/** Writes the header with the extensions that are true at the moment of leaving. */
final class HeaderStamper {
  private static final int LONGEST_ELEMENT = 16;

  private final ExtensionWriter extensions = new ExtensionWriter();
  private final byte[] mid;
  private final int midId;
  private final int absSendTimeId;

  HeaderStamper(SendParameters parameters) {
    mid = parameters.mid().getBytes(StandardCharsets.US_ASCII);
    boolean fits = mid.length > 0 && mid.length <= LONGEST_ELEMENT;
    midId = fits && oneByte(parameters.midId()) ? parameters.midId() : 0;
    absSendTimeId = oneByte(parameters.absSendTimeId()) ? parameters.absSendTimeId() : 0;
  }

  private static boolean oneByte(int id) {
    return id >= 1 && id <= 14;
  }

  /**
   * Makes the buffer a whole header.
   *
   * @param sendTime as {@link AbsSendTime#of} gives it
   */
  void stamp(
      PacketBuffer b,
      int markerAndType,
      int sequenceNumber,
      int timestamp,
      int ssrc,
      int sendTime) {
    int offset = PacketBuffer.HEADROOM;
    RtpHeader.write(b.bytes(), offset, markerAndType, sequenceNumber, timestamp, ssrc);
    extensions.begin(b.bytes(), offset);
    if (midId != 0) {
      extensions.element(midId, mid);
    }
    if (absSendTimeId != 0) {
      int at = extensions.element(absSendTimeId, AbsSendTime.SIZE);
      AbsSendTime.write(b.bytes(), at, sendTime);
    }
    b.window(offset, extensions.end() - offset);
  }
}
