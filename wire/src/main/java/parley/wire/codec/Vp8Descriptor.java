package parley.wire.codec;

import java.nio.ByteBuffer;

/**
 * A view over the VP8 payload descriptor (RFC 7741 §4.2), to be wrapped around payload after
 * payload.
 */
public final class Vp8Descriptor {
  private ByteBuffer buffer = ByteBuffer.allocate(0);
  private int size;
  private boolean startOfFrame;
  private int pictureIdOffset;
  private boolean longPictureId;
  private int tl0PicIdxOffset;
  private int tidOffset;
  private int at;

  /** Looks at a payload; false when the descriptor does not fit into it. */
  public boolean wrap(ByteBuffer bytes, int offset, int length) {
    buffer = bytes;
    pictureIdOffset = -1;
    tl0PicIdxOffset = -1;
    tidOffset = -1;
    longPictureId = false;
    at = offset + 1;
    int end = offset + length;
    if (length < 1) {
      return false;
    }
    int first = bytes.get(offset);
    startOfFrame = (first & 0x17) == 0x10;
    boolean fits = (first & 0x80) == 0 || wrapExtended(end);
    size = at - offset;
    return fits && at <= end;
  }

  private boolean wrapExtended(int end) {
    if (at >= end) {
      return false;
    }
    int flags = buffer.get(at++);
    if ((flags & 0x80) != 0) {
      if (at >= end) {
        return false;
      }
      pictureIdOffset = at;
      longPictureId = buffer.get(at) < 0;
      at += longPictureId ? 2 : 1;
    }
    if ((flags & 0x40) != 0) {
      tl0PicIdxOffset = at++;
    }
    if ((flags & 0x30) != 0) {
      tidOffset = (flags & 0x20) != 0 ? at : -1;
      at++;
    }
    return true;
  }

  /** Bytes of the descriptor; the VP8 frame data starts behind it. */
  public int size() {
    return size;
  }

  /** First packet of a frame: S bit, partition 0. */
  public boolean startOfFrame() {
    return startOfFrame;
  }

  /**
   * First packet of a frame that decodes alone (P bit of the frame header, RFC 6386 §9.1, is zero).
   */
  public boolean keyframe(int payloadOffset, int payloadLength) {
    return startOfFrame && payloadLength > size && (buffer.get(payloadOffset + size) & 1) == 0;
  }

  public boolean hasPictureId() {
    return pictureIdOffset >= 0;
  }

  /** 15 bits rather than 7. */
  public boolean longPictureId() {
    return longPictureId;
  }

  /** Where the picture id stands. */
  public int pictureIdOffset() {
    return pictureIdOffset;
  }

  public int pictureId() {
    return longPictureId
        ? buffer.getShort(pictureIdOffset) & 0x7FFF
        : buffer.get(pictureIdOffset) & 0x7F;
  }

  public boolean hasTl0PicIdx() {
    return tl0PicIdxOffset >= 0;
  }

  public int tl0PicIdxOffset() {
    return tl0PicIdxOffset;
  }

  public int tl0PicIdx() {
    return buffer.get(tl0PicIdxOffset) & 0xFF;
  }

  /** Temporal layer, 0 when not told. */
  public int temporalLayer() {
    return tidOffset >= 0 ? (buffer.get(tidOffset) & 0xC0) >> 6 : 0;
  }

  /** Writes a picture id in its own length (7 or 15 bits kept). */
  public static void writePictureId(ByteBuffer b, int offset, boolean longForm, int pictureId) {
    if (longForm) {
      b.putShort(offset, (short) (pictureId | 0x8000));
    } else {
      b.put(offset, (byte) (pictureId & 0x7F));
    }
  }
}
