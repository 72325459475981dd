package parley.sfu.transport.srtp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import parley.sfu.packet.PacketBuffer;

/** AES-CM with HMAC-SHA1-80 (RFC 3711 §4.1.1, §4.2.1) by the Java platform, without allocation. */
final class CounterModeCipher implements PacketCipher {
  private static final int TAG = 10;
  private static final int INDEX_WORD = 4;
  private static final int RTCP_HEADER = 8;
  private static final int ENCRYPTED = 0x80000000;

  private final Keyed rtp;
  private final Keyed rtcp;
  private final byte[] text = new byte[PacketBuffer.CAPACITY];
  private final byte[] tag = new byte[20];
  private final byte[] given = new byte[TAG];

  CounterModeCipher(SessionKeys rtp, SessionKeys rtcp) {
    this.rtp = new Keyed(rtp);
    this.rtcp = new Keyed(rtcp);
  }

  @Override
  public int rtpOverhead() {
    return TAG;
  }

  @Override
  public int rtcpOverhead() {
    return TAG + INDEX_WORD;
  }

  @Override
  public void sealRtp(PacketBuffer header, PacketBuffer source, int from, int length, long index) {
    int at = header.offset();
    int headerLength = header.length();
    int whole = headerLength + length;
    header.bytes().get(at, text, 0, headerLength);
    source.bytes().get(from, text, headerLength, length);
    rtp.crypt(text, headerLength, length, header.bytes().getInt(at + 8), index);
    rtp.authenticate(text, whole, (int) (index >>> 16), tag);
    header.bytes().put(at + headerLength, text, headerLength, length);
    header.bytes().put(at + whole, tag, 0, TAG);
    header.window(at, whole + TAG);
  }

  @Override
  public boolean openRtp(PacketBuffer packet, int headerLength, long index) {
    int at = packet.offset();
    int whole = packet.length() - TAG;
    ByteBuffer bytes = packet.bytes();
    bytes.get(at, text, 0, whole);
    rtp.authenticate(text, whole, (int) (index >>> 16), tag);
    if (!tagStandsAt(bytes, at + whole)) {
      return false;
    }
    int length = whole - headerLength;
    rtp.crypt(text, headerLength, length, bytes.getInt(at + 8), index);
    bytes.put(at + headerLength, text, headerLength, length);
    packet.window(at, whole);
    return true;
  }

  @Override
  public void sealRtcp(PacketBuffer compound, int index) {
    int at = compound.offset();
    int length = compound.length();
    ByteBuffer bytes = compound.bytes();
    bytes.get(at, text, 0, length);
    rtcp.crypt(text, RTCP_HEADER, length - RTCP_HEADER, bytes.getInt(at + 4), index);
    rtcp.authenticate(text, length, index | ENCRYPTED, tag);
    bytes.put(at, text, 0, length);
    bytes.putInt(at + length, index | ENCRYPTED);
    bytes.put(at + length + INDEX_WORD, tag, 0, TAG);
    compound.window(at, length + INDEX_WORD + TAG);
  }

  @Override
  public int rtcpIndexWord(PacketBuffer compound) {
    return compound.bytes().getInt(compound.offset() + compound.length() - TAG - INDEX_WORD);
  }

  @Override
  public boolean openRtcp(PacketBuffer compound, int indexWord) {
    int at = compound.offset();
    int length = compound.length() - TAG - INDEX_WORD;
    ByteBuffer bytes = compound.bytes();
    bytes.get(at, text, 0, length);
    rtcp.authenticate(text, length, indexWord, tag);
    if (!tagStandsAt(bytes, at + length + INDEX_WORD)) {
      return false;
    }
    int ssrc = bytes.getInt(at + 4);
    rtcp.crypt(text, RTCP_HEADER, length - RTCP_HEADER, ssrc, indexWord & ~ENCRYPTED);
    bytes.put(at, text, 0, length);
    compound.window(at, length);
    return true;
  }

  private boolean tagStandsAt(ByteBuffer bytes, int at) {
    bytes.get(at, given);
    int difference = 0;
    for (int i = 0; i < TAG; i++) {
      difference |= given[i] ^ tag[i];
    }
    return difference == 0;
  }

  @Override
  public void close() {}

  /**
   * One set of keys. The key stream is ECB over counter blocks: the cipher need not be set up for
   * each packet.
   */
  private static final class Keyed {
    private static final int BLOCK = 16;
    private static final int SIZE = PacketBuffer.CAPACITY + BLOCK;

    private final Cipher aes;
    private final Mac mac;
    private final long saltHigh;
    private final long saltLow;
    private final byte[] counters = new byte[SIZE];
    private final byte[] stream = new byte[SIZE];
    private final byte[] word = new byte[4];

    Keyed(SessionKeys keys) {
      ByteBuffer salt = ByteBuffer.allocate(BLOCK).put(0, keys.salt());
      saltHigh = salt.getLong(0);
      saltLow = salt.getLong(8);
      try {
        aes = Cipher.getInstance("AES/ECB/NoPadding");
        aes.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keys.cipher(), "AES"));
        mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(keys.auth(), "HmacSHA1"));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("this Java lacks AES or HmacSHA1", e);
      }
    }

    /** Encrypts or decrypts {@code length} bytes in place (RFC 3711 §4.1.1). */
    void crypt(byte[] text, int from, int length, int ssrc, long index) {
      int blocks = (length + BLOCK - 1) / BLOCK;
      long high = saltHigh ^ (ssrc & 0xFFFFFFFFL);
      long low = saltLow ^ index << 16;
      ByteBuffer counter = ByteBuffer.wrap(counters);
      for (int i = 0; i < blocks; i++) {
        counter.putLong(i * BLOCK, high).putLong(i * BLOCK + 8, low + i);
      }
      try {
        aes.doFinal(counters, 0, blocks * BLOCK, stream, 0);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("AES failed", e);
      }
      for (int i = 0; i < length; i++) {
        text[from + i] ^= stream[i];
      }
    }

    /** The HMAC over the text and a word that is not sent, or is sent behind it. */
    void authenticate(byte[] text, int length, int last, byte[] result) {
      mac.update(text, 0, length);
      ByteBuffer.wrap(word).putInt(0, last);
      mac.update(word, 0, word.length);
      try {
        mac.doFinal(result, 0);
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("HMAC failed", e);
      }
    }
  }
}
