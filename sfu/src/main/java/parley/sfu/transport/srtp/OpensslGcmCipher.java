package parley.sfu.transport.srtp;

import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.PacketBuffer;

/** AES-GCM (RFC 7714) by libcrypto, straight on the packets' memory and without allocation. */
final class OpensslGcmCipher implements PacketCipher {
  private static final int TAG = OpensslGcm.TAG;
  private static final int INDEX_WORD = 4;
  private static final int RTCP_HEADER = 8;
  private static final int ENCRYPTED = 0x80000000;

  private final SessionKeys rtpKeys;
  private final SessionKeys rtcpKeys;
  private final GcmNonce rtpNonce;
  private final GcmNonce rtcpNonce;
  private final ByteBuffer word = ByteBuffer.allocateDirect(INDEX_WORD);
  private final long wordAddress = MemorySegment.ofBuffer(word).address();
  private @Nullable OpensslGcm rtpSeal;
  private @Nullable OpensslGcm rtpOpen;
  private @Nullable OpensslGcm rtcpSeal;
  private @Nullable OpensslGcm rtcpOpen;

  OpensslGcmCipher(SessionKeys rtp, SessionKeys rtcp) {
    rtpKeys = rtp;
    rtcpKeys = rtcp;
    rtpNonce = new GcmNonce(rtp.salt());
    rtcpNonce = new GcmNonce(rtcp.salt());
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
    OpensslGcm gcm = rtpSeal;
    if (gcm == null) {
      gcm = rtpSeal = new OpensslGcm(rtpKeys.cipher(), true);
    }
    int ssrc = header.bytes().getInt(header.offset() + 8);
    long at = header.address() + header.offset();
    long text = at + header.length();
    gcm.nonce(rtpNonce.high(ssrc), rtpNonce.low(ssrc, index));
    gcm.clear(at, header.length());
    gcm.text(text, source.address() + from, length);
    gcm.writeTag(text + length);
    header.window(header.offset(), header.length() + length + TAG);
  }

  @Override
  public boolean openRtp(PacketBuffer packet, int headerLength, long index) {
    OpensslGcm gcm = rtpOpen;
    if (gcm == null) {
      gcm = rtpOpen = new OpensslGcm(rtpKeys.cipher(), false);
    }
    int ssrc = packet.bytes().getInt(packet.offset() + 8);
    int length = packet.length() - headerLength - TAG;
    long at = packet.address() + packet.offset();
    long text = at + headerLength;
    gcm.nonce(rtpNonce.high(ssrc), rtpNonce.low(ssrc, index));
    gcm.clear(at, headerLength);
    gcm.text(text, text, length);
    if (!gcm.tagIsRight(text + length)) {
      return false;
    }
    packet.window(packet.offset(), headerLength + length);
    return true;
  }

  @Override
  public void sealRtcp(PacketBuffer compound, int index) {
    OpensslGcm gcm = rtcpSeal;
    if (gcm == null) {
      gcm = rtcpSeal = new OpensslGcm(rtcpKeys.cipher(), true);
    }
    int ssrc = compound.bytes().getInt(compound.offset() + 4);
    int length = compound.length() - RTCP_HEADER;
    long at = compound.address() + compound.offset();
    long text = at + RTCP_HEADER;
    begin(gcm, ssrc, at, index | ENCRYPTED);
    gcm.text(text, text, length);
    gcm.writeTag(text + length);
    int end = compound.offset() + compound.length() + TAG;
    compound.bytes().putInt(end, index | ENCRYPTED);
    compound.window(compound.offset(), compound.length() + TAG + INDEX_WORD);
  }

  @Override
  public int rtcpIndexWord(PacketBuffer compound) {
    return compound.bytes().getInt(compound.offset() + compound.length() - INDEX_WORD);
  }

  @Override
  public boolean openRtcp(PacketBuffer compound, int indexWord) {
    OpensslGcm gcm = rtcpOpen;
    if (gcm == null) {
      gcm = rtcpOpen = new OpensslGcm(rtcpKeys.cipher(), false);
    }
    int ssrc = compound.bytes().getInt(compound.offset() + 4);
    int length = compound.length() - RTCP_HEADER - TAG - INDEX_WORD;
    long at = compound.address() + compound.offset();
    long text = at + RTCP_HEADER;
    begin(gcm, ssrc, at, indexWord);
    gcm.text(text, text, length);
    if (!gcm.tagIsRight(text + length)) {
      return false;
    }
    compound.window(compound.offset(), RTCP_HEADER + length);
    return true;
  }

  private void begin(OpensslGcm gcm, int ssrc, long at, int indexWord) {
    gcm.nonce(rtcpNonce.high(ssrc), rtcpNonce.low(ssrc, indexWord & ~ENCRYPTED));
    gcm.clear(at, RTCP_HEADER);
    word.putInt(0, indexWord);
    gcm.clear(wordAddress, INDEX_WORD);
  }

  @Override
  public void close() {
    close(rtpSeal);
    close(rtpOpen);
    close(rtcpSeal);
    close(rtcpOpen);
  }

  private static void close(@Nullable OpensslGcm gcm) {
    if (gcm != null) {
      gcm.close();
    }
  }
}
