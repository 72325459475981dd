package parley.wire.rtp;

import java.nio.ByteBuffer;

/**
 * A view over one RTP packet (RFC 3550 §5.1), to be wrapped around packet after packet. Nothing is
 * copied or allocated; the accessors are valid after {@link #wrap} said true, until the bytes
 * change their place. Offsets are absolute in the buffer.
 */
public final class RtpPacket {
  /** Bytes of the header before CSRCs and extensions. */
  public static final int FIXED_HEADER = 12;

  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
  private static final int ONE_BYTE_PROFILE = 0xBEDE;
  private static final int TWO_BYTE_PROFILE = 0x1000;

  private ByteBuffer buffer = NOTHING;
  private int offset;
  private int length;
  private int payloadOffset;
  private int paddingLength;
  private int extensionsOffset;
  private int extensionsLength;
  private int profile;

  /** Looks at these bytes; false when they are no well-formed RTP packet. */
  public boolean wrap(ByteBuffer bytes, int from, int size) {
    buffer = bytes;
    offset = from;
    length = size;
    if (size < FIXED_HEADER || from < 0 || size > bytes.limit() - from) {
      return false;
    }
    int first = bytes.get(from);
    if ((first & 0xC0) != 0x80) {
      return false;
    }
    int header = FIXED_HEADER + 4 * (first & 0x0F);
    return wrapExtensions((first & 0x10) != 0, header) && wrapPadding((first & 0x20) != 0);
  }

  private boolean wrapExtensions(boolean present, int header) {
    profile = 0;
    extensionsLength = 0;
    payloadOffset = offset + header;
    if (!present) {
      return header <= length;
    }
    if (header + 4 > length) {
      return false;
    }
    profile = buffer.getShort(payloadOffset) & 0xFFFF;
    extensionsOffset = payloadOffset + 4;
    extensionsLength = 4 * (buffer.getShort(payloadOffset + 2) & 0xFFFF);
    payloadOffset = extensionsOffset + extensionsLength;
    return payloadOffset <= offset + length;
  }

  private boolean wrapPadding(boolean present) {
    paddingLength = 0;
    if (!present) {
      return true;
    }
    paddingLength = buffer.get(offset + length - 1) & 0xFF;
    return paddingLength > 0 && paddingLength <= offset + length - payloadOffset;
  }

  public ByteBuffer buffer() {
    return buffer;
  }

  public int offset() {
    return offset;
  }

  /** Of the whole packet, padding included. */
  public int length() {
    return length;
  }

  public boolean marker() {
    return buffer.get(offset + 1) < 0;
  }

  public int payloadType() {
    return buffer.get(offset + 1) & 0x7F;
  }

  /** 0–65535. */
  public int sequenceNumber() {
    return buffer.getShort(offset + 2) & 0xFFFF;
  }

  /** 32 bits, to be read as unsigned. */
  public int timestamp() {
    return buffer.getInt(offset + 4);
  }

  /** 32 bits, to be printed as unsigned. */
  public int ssrc() {
    return buffer.getInt(offset + 8);
  }

  public int payloadOffset() {
    return payloadOffset;
  }

  /** Without padding. */
  public int payloadLength() {
    return offset + length - payloadOffset - paddingLength;
  }

  public int paddingLength() {
    return paddingLength;
  }

  /**
   * Finds a header extension element (RFC 8285 §4.2, §4.3).
   *
   * @param id 1–255
   * @return where its data starts, −1 if it is not there; {@link #extensionLength} tells its length
   */
  public int findExtension(int id) {
    if (profile == ONE_BYTE_PROFILE) {
      return findOneByte(id);
    }
    return (profile & 0xFFF0) == TWO_BYTE_PROFILE ? findTwoByte(id) : -1;
  }

  private int findOneByte(int id) {
    int end = extensionsOffset + extensionsLength;
    int at = extensionsOffset;
    while (at < end) {
      int head = buffer.get(at) & 0xFF;
      int found = head >> 4;
      if (found == 15) {
        return -1;
      }
      int size = found == 0 ? 0 : (head & 0x0F) + 1;
      if (at + 1 + size > end) {
        return -1;
      }
      if (found != 0 && found == id) {
        return at + 1;
      }
      at += 1 + size;
    }
    return -1;
  }

  private int findTwoByte(int id) {
    int end = extensionsOffset + extensionsLength;
    int at = extensionsOffset;
    while (at < end) {
      int found = buffer.get(at) & 0xFF;
      if (found == 0) {
        at++;
        continue;
      }
      if (at + 2 > end || at + 2 + (buffer.get(at + 1) & 0xFF) > end) {
        return -1;
      }
      if (found == id) {
        return at + 2;
      }
      at += 2 + (buffer.get(at + 1) & 0xFF);
    }
    return -1;
  }

  /** The length of the element whose data {@link #findExtension} found at this offset. */
  public int extensionLength(int dataOffset) {
    int before = buffer.get(dataOffset - 1) & 0xFF;
    return profile == ONE_BYTE_PROFILE ? (before & 0x0F) + 1 : before;
  }
}
