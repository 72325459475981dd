package parley.wire.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes one STUN message into a buffer by absolute index. The order of calls is the order of
 * attributes; {@link #integrity} and then {@link #fingerprint} come last.
 */
public final class StunWriter {
  /** Bytes of a transaction id. */
  public static final int TRANSACTION_ID_LENGTH = 12;

  private final ByteBuffer bytes;
  private final int start;
  private int at;

  /**
   * Begins a message at {@code offset}.
   *
   * @param transactionId 12 bytes
   */
  public StunWriter(ByteBuffer buffer, int offset, int type, byte[] transactionId) {
    bytes = buffer;
    start = offset;
    bytes.putShort(start, (short) type);
    bytes.putShort(start + 2, (short) 0);
    bytes.putInt(start + 4, Stun.MAGIC_COOKIE);
    bytes.put(start + 8, transactionId, 0, TRANSACTION_ID_LENGTH);
    at = start + Stun.HEADER_LENGTH;
  }

  /** An attribute with a text, UTF-8. */
  public StunWriter text(int type, String text) {
    return value(type, text.getBytes(StandardCharsets.UTF_8));
  }

  /** An attribute of 32 bits. */
  public StunWriter number(int type, int number) {
    attribute(type, 4);
    bytes.putInt(at - 4, number);
    return this;
  }

  /** An attribute of 64 bits. */
  public StunWriter longNumber(int type, long number) {
    attribute(type, 8);
    bytes.putLong(at - 8, number);
    return this;
  }

  /** An attribute without a value, such as USE-CANDIDATE. */
  public StunWriter flag(int type) {
    attribute(type, 0);
    return this;
  }

  /** XOR-MAPPED-ADDRESS (RFC 8489 §14.2). */
  public StunWriter mappedAddress(InetSocketAddress address) {
    return mappedAddress(address.getAddress().getAddress(), address.getPort());
  }

  /**
   * XOR-MAPPED-ADDRESS.
   *
   * @param ip 4 or 16 bytes
   */
  public StunWriter mappedAddress(byte[] ip, int port) {
    int value = attribute(Stun.XOR_MAPPED_ADDRESS, 4 + ip.length);
    bytes.put(value, (byte) 0);
    bytes.put(value + 1, (byte) (ip.length == 4 ? 1 : 2));
    bytes.putShort(value + 2, (short) (port ^ (Stun.MAGIC_COOKIE >>> 16)));
    for (int i = 0; i < ip.length; i++) {
      bytes.put(value + 4 + i, (byte) (ip[i] ^ bytes.get(start + 4 + i)));
    }
    return this;
  }

  /** ERROR-CODE (RFC 8489 §14.8). */
  public StunWriter error(int code, String reason) {
    byte[] phrase = reason.getBytes(StandardCharsets.UTF_8);
    int value = attribute(Stun.ERROR_CODE, 4 + phrase.length);
    bytes.putInt(value, (code / 100) << 8 | code % 100);
    bytes.put(value + 4, phrase);
    return this;
  }

  /** UNKNOWN-ATTRIBUTES with one type. */
  public StunWriter unknownAttribute(int type) {
    return value(Stun.UNKNOWN_ATTRIBUTES, new byte[] {(byte) (type >>> 8), (byte) type});
  }

  /** MESSAGE-INTEGRITY over all so far. */
  public StunWriter integrity(StunIntegrity key) {
    byte[] tag = key.compute(bytes, start, at);
    return value(Stun.MESSAGE_INTEGRITY, tag);
  }

  /** FINGERPRINT over all so far. */
  public StunWriter fingerprint() {
    int covered = at - start;
    int value = attribute(Stun.FINGERPRINT, 4);
    bytes.putInt(value, StunMessage.crc(bytes, start, covered));
    return this;
  }

  /** Bytes written so far: a whole message at any time. */
  public int length() {
    return at - start;
  }

  private StunWriter value(int type, byte[] content) {
    bytes.put(attribute(type, content.length), content);
    return this;
  }

  /**
   * Writes the attribute's header and zero padding, moves on, and returns where the value begins.
   */
  private int attribute(int type, int length) {
    int value = at + 4;
    bytes.putShort(at, (short) type);
    bytes.putShort(at + 2, (short) length);
    at = value + Stun.padded(length);
    for (int i = value + length; i < at; i++) {
      bytes.put(i, (byte) 0);
    }
    bytes.putShort(start + 2, (short) (at - start - Stun.HEADER_LENGTH));
    return value;
  }
}
