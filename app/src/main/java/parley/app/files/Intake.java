package parley.app.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Bytes on their way in, counted and hashed as they are read. At the first byte too many it throws
 * {@link TooLarge}. Closing it leaves the stream below open.
 */
final class Intake extends FilterInputStream {
  private final long most;
  private final MessageDigest digest = sha256();
  private long size;

  Intake(InputStream bytes, long most) {
    super(bytes);
    this.most = most;
  }

  /** There were more bytes than allowed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /** How many have been read. */
  long sizeBytes() {
    return size;
  }

  /** SHA-256 of all that has been read, as 64 hexadecimal digits; asked once, at the end. */
  String checksum() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = in.read(bytes, offset, length);
    if (read > 0) {
      size += read;
      if (size > most) {
        throw new TooLarge();
      }
      digest.update(bytes, offset, read);
    }
    return read;
  }

  // What is skipped would be neither counted nor hashed.
  @Override
  public long skip(long bytes) {
    return 0;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  @Override
  public void close() {}

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
