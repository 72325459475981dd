package parley.sfu.packet;

import java.nio.ByteBuffer;
import parley.wire.codec.Vp8Descriptor;

/**
 * The running numbers in a VP8 payload descriptor (RFC 7741 §4.2): their values and where they
 * stand. The bytes are shared by all receivers and each writes its own numbers over them: the
 * values are true, the bytes are not.
 */
public final class PictureNumbers {
  private static final int ABSENT = -1;

  private int idOffset = ABSENT;
  private int tl0Offset = ABSENT;
  private boolean longId;
  private int id;
  private int tl0;

  /** None. */
  public void clear() {
    idOffset = ABSENT;
    tl0Offset = ABSENT;
  }

  /** Takes them from a descriptor. */
  public void read(Vp8Descriptor descriptor) {
    clear();
    if (descriptor.hasPictureId()) {
      idOffset = descriptor.pictureIdOffset();
      longId = descriptor.longPictureId();
      id = descriptor.pictureId();
    }
    if (descriptor.hasTl0PicIdx()) {
      tl0Offset = descriptor.tl0PicIdxOffset();
      tl0 = descriptor.tl0PicIdx();
    }
  }

  /** Takes the places of others and new values. */
  public void set(PictureNumbers places, int newId, int newTl0) {
    idOffset = places.idOffset;
    tl0Offset = places.tl0Offset;
    longId = places.longId;
    id = newId;
    tl0 = newTl0;
  }

  /** Takes everything of others. */
  public void set(PictureNumbers other) {
    set(other, other.id, other.tl0);
  }

  /** Writes them where they stand; nothing where there is none. */
  public void write(ByteBuffer bytes) {
    if (idOffset >= 0) {
      Vp8Descriptor.writePictureId(bytes, idOffset, longId, id);
    }
    if (tl0Offset >= 0) {
      bytes.put(tl0Offset, (byte) tl0);
    }
  }

  public boolean hasId() {
    return idOffset >= 0;
  }

  public boolean hasTl0() {
    return tl0Offset >= 0;
  }

  /** 15 bits if long, else 7. */
  public int id() {
    return id;
  }

  /** 32767, or 127 for the short form. */
  public int idMask() {
    return longId ? 0x7FFF : 0x7F;
  }

  public int tl0() {
    return tl0;
  }
}
