package parley.sfu.transport.srtp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import parley.sfu.packet.PacketBuffer;

/**
 * AES-GCM (RFC 7714) by the Java platform. Works on arrays: faster there than on direct buffers.
 */
final class JavaGcmCipher implements PacketCipher {
  private static final int TAG = 16;
  private static final int TAG_BITS = 128;
  private static final int INDEX_WORD = 4;
  private static final int RTCP_HEADER = 8;
  private static final int ENCRYPTED = 0x80000000;

  private final Keyed rtp;
  private final Keyed rtcp;
  private final Cipher cipher;
  private final byte[] in = new byte[PacketBuffer.CAPACITY];
  private final byte[] out = new byte[PacketBuffer.CAPACITY];
  private final byte[] iv = new byte[GcmNonce.LENGTH];
  private final byte[] sealedWith = new byte[GcmNonce.LENGTH];

  private record Keyed(SecretKeySpec key, GcmNonce nonce) {
    static Keyed of(SessionKeys keys) {
      return new Keyed(new SecretKeySpec(keys.cipher(), "AES"), new GcmNonce(keys.salt()));
    }
  }

  JavaGcmCipher(SessionKeys rtp, SessionKeys rtcp) {
    this.rtp = Keyed.of(rtp);
    this.rtcp = Keyed.of(rtcp);
    try {
      cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no AES-GCM", e);
    }
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
    int headerLength = header.length();
    ByteBuffer target = header.bytes();
    try {
      start(Cipher.ENCRYPT_MODE, rtp, target.getInt(header.offset() + 8), index);
      target.get(header.offset(), in, 0, headerLength);
      cipher.updateAAD(in, 0, headerLength);
      source.bytes().get(from, in, 0, length);
      int sealed = cipher.doFinal(in, 0, length, out, 0);
      target.put(header.offset() + headerLength, out, 0, sealed);
      header.window(header.offset(), headerLength + sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed", e);
    }
  }

  @Override
  public boolean openRtp(PacketBuffer packet, int headerLength, long index) {
    ByteBuffer bytes = packet.bytes();
    int sealed = packet.length() - headerLength;
    try {
      start(Cipher.DECRYPT_MODE, rtp, bytes.getInt(packet.offset() + 8), index);
      bytes.get(packet.offset(), in, 0, packet.length());
      cipher.updateAAD(in, 0, headerLength);
      int opened = cipher.doFinal(in, headerLength, sealed, out, 0);
      bytes.put(packet.offset() + headerLength, out, 0, opened);
      packet.window(packet.offset(), headerLength + opened);
      return true;
    } catch (AEADBadTagException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed", e);
    }
  }

  @Override
  public void sealRtcp(PacketBuffer compound, int index) {
    ByteBuffer bytes = compound.bytes();
    int at = compound.offset();
    int length = compound.length();
    try {
      start(Cipher.ENCRYPT_MODE, rtcp, bytes.getInt(at + 4), index);
      bytes.get(at, in, 0, length);
      cipher.updateAAD(in, 0, RTCP_HEADER);
      updateAad(index | ENCRYPTED);
      int sealed = cipher.doFinal(in, RTCP_HEADER, length - RTCP_HEADER, out, 0);
      bytes.put(at + RTCP_HEADER, out, 0, sealed);
      bytes.putInt(at + RTCP_HEADER + sealed, index | ENCRYPTED);
      compound.window(at, RTCP_HEADER + sealed + INDEX_WORD);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed", e);
    }
  }

  @Override
  public int rtcpIndexWord(PacketBuffer compound) {
    return compound.bytes().getInt(compound.offset() + compound.length() - INDEX_WORD);
  }

  @Override
  public boolean openRtcp(PacketBuffer compound, int indexWord) {
    ByteBuffer bytes = compound.bytes();
    int at = compound.offset();
    int sealed = compound.length() - RTCP_HEADER - INDEX_WORD;
    try {
      start(Cipher.DECRYPT_MODE, rtcp, bytes.getInt(at + 4), indexWord & ~ENCRYPTED);
      bytes.get(at, in, 0, compound.length());
      cipher.updateAAD(in, 0, RTCP_HEADER);
      updateAad(indexWord);
      int opened = cipher.doFinal(in, RTCP_HEADER, sealed, out, 0);
      bytes.put(at + RTCP_HEADER, out, 0, opened);
      compound.window(at, RTCP_HEADER + opened);
      return true;
    } catch (AEADBadTagException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM failed", e);
    }
  }

  private void start(int mode, Keyed keyed, int ssrc, long index) throws GeneralSecurityException {
    ByteBuffer.wrap(iv).putInt(0, keyed.nonce.high(ssrc)).putLong(4, keyed.nonce.low(ssrc, index));
    if (mode == Cipher.ENCRYPT_MODE) {
      forgetLastNonce(keyed);
    }
    cipher.init(mode, keyed.key, new GCMParameterSpec(TAG_BITS, iv));
  }

  /**
   * Java refuses the nonce of the text before, also for the same text again; only the last one, and
   * nothing is encrypted with the one that takes its place.
   */
  private void forgetLastNonce(Keyed keyed) throws GeneralSecurityException {
    if (Arrays.equals(iv, sealedWith)) {
      sealedWith[0]++;
      cipher.init(
          Cipher.ENCRYPT_MODE, keyed.key, new GCMParameterSpec(TAG_BITS, sealedWith.clone()));
    }
    System.arraycopy(iv, 0, sealedWith, 0, iv.length);
  }

  private void updateAad(int word) {
    ByteBuffer.wrap(out).putInt(0, word);
    cipher.updateAAD(out, 0, INDEX_WORD);
  }

  @Override
  public void close() {}
}
