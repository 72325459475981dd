package parley.sfu;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.transport.Transport;
import parley.sfu.transport.TransportListener;
import parley.sfu.transport.srtp.CipherSource;
import parley.sfu.transport.srtp.MasterKey;
import parley.sfu.transport.srtp.SrtpProfile;
import parley.sfu.transport.srtp.SrtpSession;

/**
 * A transport without network: what is sent goes to two consumers as plain bytes, but only what a
 * real SRTP session takes.
 */
final class FakeTransport implements Transport {
  private final FakeLoop loop;
  final TransportListener listener;
  Consumer<byte[]> rtpOut = bytes -> {};
  Consumer<byte[]> rtcpOut = bytes -> {};
  boolean connected;

  /** Throws packets away without looking at them. */
  boolean discard;

  boolean closed;
  private final Map<Long, byte[]> sent = new HashMap<>();
  private final SrtpSession srtp = session();

  private static SrtpSession session() {
    SrtpProfile profile = SrtpProfile.AES_128_GCM;
    MasterKey key = new MasterKey(new byte[profile.keyLength()], new byte[profile.saltLength()]);
    return new SrtpSession(CipherSource.PORTABLE, profile, key, key);
  }

  FakeTransport(FakeLoop loop, TransportListener listener) {
    this.loop = loop;
    this.listener = listener;
  }

  void connect() {
    connected = true;
    listener.connected();
  }

  void deliverRtp(byte[] bytes) {
    listener.rtp(buffer(bytes));
  }

  void deliverRtcp(byte[] bytes) {
    listener.rtcp(buffer(bytes));
  }

  private PacketBuffer buffer(byte[] bytes) {
    PacketBuffer buffer = loop.pool().take();
    if (buffer == null) {
      throw new AssertionError("the pool is empty");
    }
    buffer.bytes().put(buffer.offset(), bytes);
    buffer.window(buffer.offset(), bytes.length);
    buffer.arrivedAt(loop.nanoTime());
    return buffer;
  }

  @Override
  public void sendRtp(PacketBuffer packet) {
    sendRtp(packet, packet, 0, 0);
  }

  @Override
  public boolean sendRtp(PacketBuffer header, PacketBuffer source, int payloadOffset, int length) {
    return send(header, source, payloadOffset, length, false);
  }

  @Override
  public boolean sendRtpAgain(
      PacketBuffer header, PacketBuffer source, int payloadOffset, int length) {
    return send(header, source, payloadOffset, length, true);
  }

  private boolean send(
      PacketBuffer header, PacketBuffer source, int payloadOffset, int length, boolean again) {
    if (discard) {
      header.release();
      return true;
    }
    byte[] bytes = new byte[header.length() + length];
    header.bytes().get(header.offset(), bytes, 0, header.length());
    source.bytes().get(payloadOffset, bytes, header.length(), length);
    checkNonce(bytes);
    DropReason refused = refused(header, source, payloadOffset, length, again);
    header.release();
    if (refused != null) {
      loop.drops().count(refused);
    } else {
      rtpOut.accept(bytes);
    }
    return refused == null;
  }

  private @Nullable DropReason refused(
      PacketBuffer header, PacketBuffer source, int payloadOffset, int length, boolean again) {
    if (!connected) {
      return DropReason.SEND_NOT_CONNECTED;
    }
    return again
        ? srtp.sealRtpAgain(header, source, payloadOffset, length)
        : srtp.sealRtp(header, source, payloadOffset, length);
  }

  // SRTP must never see two texts under one number (RFC 7714 §8.1).
  private void checkNonce(byte[] bytes) {
    ByteBuffer b = ByteBuffer.wrap(bytes);
    long number = (b.getInt(8) & 0xFFFFFFFFL) << 16 | b.getShort(2) & 0xFFFF;
    byte[] before = sent.putIfAbsent(number, bytes);
    if (before != null && !Arrays.equals(before, bytes)) {
      throw new AssertionError("number used twice: " + b.getShort(2));
    }
  }

  @Override
  public void sendRtcp(ByteBuffer plainCompound) {
    byte[] bytes = new byte[plainCompound.remaining()];
    plainCompound.get(plainCompound.position(), bytes);
    if (connected) {
      rtcpOut.accept(bytes);
    }
  }

  @Override
  public String localUfrag() {
    return "ufrag";
  }

  @Override
  public String localPwd() {
    return "pwd";
  }

  @Override
  public void setRemote(String ufrag, String pwd, String algorithm, byte[] fingerprint) {}

  @Override
  public void restartIce() {}

  @Override
  public boolean connected() {
    return connected;
  }

  @Override
  public long lastHeardNanos() {
    return loop.nanoTime();
  }

  @Override
  public String selectedPath() {
    return "none";
  }

  @Override
  public void close() {
    closed = true;
    connected = false;
  }
}
