package parley.wire.stun;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A view over the bytes of one STUN message (RFC 8489 §5), reusable and for one thread. Reads by
 * absolute index; the buffer must not change while the view is used.
 */
public final class StunMessage {
  private static final int NONE = -1;

  private ByteBuffer bytes = ByteBuffer.allocate(0);
  private int start;
  private int end;
  private int integrity = NONE;
  private int fingerprint = NONE;

  /** A view of nothing yet. */
  public StunMessage() {}

  /**
   * Looks at {@code length} bytes at {@code offset}.
   *
   * @return whether they are exactly one well-formed STUN message; if not, the view must not be
   *     asked anything
   */
  public boolean wrap(ByteBuffer buffer, int offset, int length) {
    bytes = buffer;
    start = offset;
    end = offset + length;
    integrity = NONE;
    fingerprint = NONE;
    return headerIsSound(length) && attributesAreSound();
  }

  private boolean headerIsSound(int length) {
    return length >= Stun.HEADER_LENGTH
        && (length & 3) == 0
        && (bytes.get(start) & 0xC0) == 0
        && unsignedShort(start + 2) == length - Stun.HEADER_LENGTH
        && bytes.getInt(start + 4) == Stun.MAGIC_COOKIE;
  }

  private boolean attributesAreSound() {
    int at = start + Stun.HEADER_LENGTH;
    while (at < end) {
      int length = unsignedShort(at + 2);
      if (Stun.padded(length) > end - at - 4) {
        return false;
      }
      int type = unsignedShort(at);
      if (type == Stun.MESSAGE_INTEGRITY && integrity == NONE) {
        integrity = at;
      } else if (type == Stun.FINGERPRINT) {
        fingerprint = at;
      }
      at += 4 + Stun.padded(length);
    }
    return integrity == NONE || attributeLength(integrity + 4) == StunIntegrity.LENGTH;
  }

  /** The message type, such as {@link Stun#BINDING_REQUEST}. */
  public int type() {
    return unsignedShort(start);
  }

  /** The 96 bits that tie an answer to its request. */
  public byte[] transactionId() {
    byte[] id = new byte[StunWriter.TRANSACTION_ID_LENGTH];
    bytes.get(start + 8, id);
    return id;
  }

  /**
   * Where the value of the first attribute of this type begins, or −1. What stands behind
   * MESSAGE-INTEGRITY is not seen, except FINGERPRINT (RFC 8489 §14.5).
   */
  public int attribute(int type) {
    if (type == Stun.FINGERPRINT) {
      return fingerprint == NONE ? NONE : fingerprint + 4;
    }
    int last = integrity == NONE ? end : integrity + 4 + StunIntegrity.LENGTH;
    for (int at = start + Stun.HEADER_LENGTH; at < last; at = next(at)) {
      if (unsignedShort(at) == type) {
        return at + 4;
      }
    }
    return NONE;
  }

  /** The bytes of an attribute's value, given where it begins. */
  public int attributeLength(int value) {
    return unsignedShort(value - 2);
  }

  /** Whether there is such an attribute. */
  public boolean has(int type) {
    return attribute(type) != NONE;
  }

  /** An attribute as UTF-8 text; null if it is missing. */
  public @Nullable String text(int type) {
    int value = attribute(type);
    if (value == NONE) {
      return null;
    }
    byte[] text = new byte[attributeLength(value)];
    bytes.get(value, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** A 32-bit attribute such as PRIORITY, or 0 if it is missing or has another length. */
  public int number(int type) {
    int value = attribute(type);
    return value == NONE || attributeLength(value) != 4 ? 0 : bytes.getInt(value);
  }

  /**
   * A 64-bit attribute such as the tie-breaker of ICE-CONTROLLED, or 0 if it is missing or has
   * another length.
   */
  public long longNumber(int type) {
    int value = attribute(type);
    return value == NONE || attributeLength(value) != 8 ? 0 : bytes.getLong(value);
  }

  /** The code of ERROR-CODE, or 0. */
  public int errorCode() {
    int value = attribute(Stun.ERROR_CODE);
    if (value == NONE || attributeLength(value) < 4) {
      return 0;
    }
    return (bytes.get(value + 2) & 7) * 100 + (bytes.get(value + 3) & 0xFF) % 100;
  }

  /** XOR-MAPPED-ADDRESS (RFC 8489 §14.2); null if it is missing or malformed. */
  public @Nullable InetSocketAddress mappedAddress() {
    int value = attribute(Stun.XOR_MAPPED_ADDRESS);
    if (value == NONE) {
      return null;
    }
    int family = attributeLength(value) < 8 ? 0 : bytes.get(value + 1);
    int size = family == 1 ? 4 : family == 2 ? 16 : 0;
    if (size == 0 || attributeLength(value) != 4 + size) {
      return null;
    }
    byte[] address = new byte[size];
    for (int i = 0; i < size; i++) {
      address[i] = (byte) (bytes.get(value + 4 + i) ^ bytes.get(start + 4 + i));
    }
    return socketAddress(address, unsignedShort(value + 2) ^ (Stun.MAGIC_COOKIE >>> 16));
  }

  private static @Nullable InetSocketAddress socketAddress(byte[] address, int port) {
    try {
      return new InetSocketAddress(InetAddress.getByAddress(address), port);
    } catch (UnknownHostException impossible) {
      return null;
    }
  }

  /** Whether MESSAGE-INTEGRITY is there and made with this key. */
  public boolean authenticatedBy(StunIntegrity key) {
    return integrity != NONE && key.verify(bytes, start, integrity);
  }

  /** Whether FINGERPRINT is right; false also if it is missing. It has to be the last attribute. */
  public boolean fingerprintIsRight() {
    return fingerprint != NONE
        && fingerprint + 8 == end
        && bytes.getInt(fingerprint + 4) == crc(bytes, start, fingerprint - start);
  }

  /** The type of an attribute that we would have to understand and do not, or −1. */
  public int unknownRequiredAttribute() {
    int last = integrity == NONE ? end : integrity;
    for (int at = start + Stun.HEADER_LENGTH; at < last; at = next(at)) {
      int type = unsignedShort(at);
      if (Stun.comprehensionRequired(type) && !known(type)) {
        return type;
      }
    }
    return NONE;
  }

  private static boolean known(int type) {
    return switch (type) {
      case Stun.USERNAME,
          Stun.MESSAGE_INTEGRITY,
          Stun.ERROR_CODE,
          Stun.UNKNOWN_ATTRIBUTES,
          Stun.REALM,
          Stun.NONCE,
          Stun.XOR_MAPPED_ADDRESS,
          Stun.PRIORITY,
          Stun.USE_CANDIDATE ->
          true;
      default -> false;
    };
  }

  static int crc(ByteBuffer bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes.slice(offset, length));
    return (int) crc.getValue() ^ Stun.FINGERPRINT_XOR;
  }

  private int next(int at) {
    return at + 4 + Stun.padded(unsignedShort(at + 2));
  }

  private int unsignedShort(int at) {
    return bytes.getShort(at) & 0xFFFF;
  }
}
