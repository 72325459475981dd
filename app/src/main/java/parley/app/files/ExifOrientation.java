package parley.app.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * How a camera was held: the orientation in the Exif data of a JPEG (Exif 2.32 §4.7.2, tag 0x0112)
 * or a PNG (chunk eXIf). Only headers are read, and a bounded number of them; data that make no
 * sense are upright.
 */
final class ExifOrientation {
  static final int UPRIGHT = 1;
  private static final int LAST = 8;

  private static final int MOST_PARTS = 200;
  private static final int JPEG = 0xFFD8;
  private static final int APP1 = 0xFFE1;
  private static final int START_OF_SCAN = 0xFFDA;
  private static final int FIRST_MARKER = 0xFF00;
  private static final int EXIF = 0x45786966;
  private static final int PNG_SIGNATURE = 8;
  private static final int CHECKSUM = 4;
  private static final int EXIF_CHUNK = 0x65584966;
  private static final int DATA_CHUNK = 0x49444154;
  private static final int LITTLE = 0x4949;
  private static final int TAG = 0x0112;
  private static final int ENTRY = 12;

  private ExifOrientation() {}

  /** 1 to 8; leaves the stream at its beginning. */
  static int of(ImageInputStream picture) throws IOException {
    picture.seek(0);
    picture.setByteOrder(ByteOrder.BIG_ENDIAN);
    try {
      int found = picture.readUnsignedShort() == JPEG ? inJpeg(picture) : inPng(picture);
      return found >= UPRIGHT && found <= LAST ? found : UPRIGHT;
    } catch (EOFException endsEarly) {
      return UPRIGHT;
    } finally {
      picture.setByteOrder(ByteOrder.BIG_ENDIAN);
      picture.seek(0);
    }
  }

  private static int inJpeg(ImageInputStream picture) throws IOException {
    for (int part = 0; part < MOST_PARTS; part++) {
      int marker = picture.readUnsignedShort();
      long begin = picture.getStreamPosition();
      int length = picture.readUnsignedShort();
      if (marker < FIRST_MARKER || marker == START_OF_SCAN || length < 2) {
        return UPRIGHT;
      }
      if (marker == APP1 && length > 8 && picture.readInt() == EXIF) {
        picture.skipBytes(2);
        return inExif(picture);
      }
      picture.seek(begin + length);
    }
    return UPRIGHT;
  }

  private static int inPng(ImageInputStream picture) throws IOException {
    picture.seek(PNG_SIGNATURE);
    for (int part = 0; part < MOST_PARTS; part++) {
      long length = picture.readUnsignedInt();
      int type = picture.readInt();
      if (type == EXIF_CHUNK) {
        return inExif(picture);
      }
      if (type == DATA_CHUNK) {
        return UPRIGHT;
      }
      picture.seek(picture.getStreamPosition() + length + CHECKSUM);
    }
    return UPRIGHT;
  }

  // TIFF 6.0 §2: byte order, 42, where the first directory begins; its entries of twelve bytes.
  private static int inExif(ImageInputStream picture) throws IOException {
    long begin = picture.getStreamPosition();
    picture.setByteOrder(
        picture.readUnsignedShort() == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    picture.skipBytes(2);
    long directory = begin + picture.readUnsignedInt();
    picture.seek(directory);
    int entries = Math.min(picture.readUnsignedShort(), MOST_PARTS);
    for (int entry = 0; entry < entries; entry++) {
      picture.seek(directory + 2 + (long) entry * ENTRY);
      if (picture.readUnsignedShort() == TAG) {
        picture.skipBytes(6);
        return picture.readUnsignedShort();
      }
    }
    return UPRIGHT;
  }
}
