package parley.app.files;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters.HashType;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.SecretBytes;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import parley.app.files.ObjectStore.Content;

/**
 * Bytes of any size sealed with a key of their own and bound to what they are (Tink's
 * AES256-GCM-HKDF in segments of 64 kB): any part can be read without what stands before it, and
 * one that was altered, moved or cut off is not read at all.
 */
final class SealedContent {
  private static final int SEGMENT_BYTES = 64 * 1024;
  private static final AesGcmHkdfStreamingParameters FORMAT = format();

  private final StreamingAead cipher;
  private final byte[] boundTo;

  /**
   * Sealing and opening with this key.
   *
   * @param key 32 bytes, for one object only
   */
  SealedContent(byte[] key, byte[] boundTo) {
    this.boundTo = boundTo.clone();
    try {
      SecretBytes secret = SecretBytes.copyFrom(key, InsecureSecretKeyAccess.get());
      this.cipher = AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(FORMAT, secret));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not a key for sealing", e);
    }
  }

  Content seal(Content clear) {
    return out -> {
      // What is sealed ends with its stream; what it is written to does not.
      try (OutputStream sealing = sealing(out)) {
        clear.writeTo(sealing);
      }
    };
  }

  private OutputStream sealing(OutputStream out) throws IOException {
    try {
      return cipher.newEncryptingStream(new Unclosed(out), boundTo);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is part of every Java", e);
    }
  }

  /** Throws {@link IOException} on reading what was not sealed so. */
  SeekableByteChannel open(SeekableByteChannel sealed) throws IOException {
    try {
      return cipher.newSeekableDecryptingChannel(sealed, boundTo);
    } catch (GeneralSecurityException notSealed) {
      sealed.close();
      throw new IOException("The bytes are not sealed with this key", notSealed);
    } catch (IOException | RuntimeException unread) {
      sealed.close();
      throw unread;
    }
  }

  private static AesGcmHkdfStreamingParameters format() {
    try {
      return AesGcmHkdfStreamingParameters.builder()
          .setKeySizeBytes(32)
          .setDerivedAesGcmKeySizeBytes(32)
          .setHkdfHashType(HashType.SHA256)
          .setCiphertextSegmentSizeBytes(SEGMENT_BYTES)
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static final class Unclosed extends FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() {}
  }
}
