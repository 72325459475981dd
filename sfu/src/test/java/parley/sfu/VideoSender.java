package parley.sfu;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import parley.wire.rtcp.NtpTime;
import parley.wire.rtcp.RtcpListener;
import parley.wire.rtcp.RtcpReader;
import parley.wire.rtcp.RtcpWriter;
import parley.wire.rtp.ExtensionWriter;
import parley.wire.rtp.RtpHeader;

/**
 * A simulcast camera that sends VP8 as browsers do: MID and RID only at first, keyframes on all
 * encodings when asked, RTX when asked. Payload behind the descriptor: frame header byte, encoding,
 * frame number, packet number.
 */
final class VideoSender implements RtcpListener {
  static final int DESCRIPTOR = 6;

  final class Encoding {
    final String rid;
    final int index;
    int ssrc;
    int rtxSsrc;
    final int packets;
    int sequenceNumber;
    int rtxSequenceNumber;
    int pictureId;
    int tl0;
    int timestampOffset;
    boolean on = true;
    boolean extensions = true;
    int sent;
    final Map<Integer, byte[]> kept = new HashMap<>();

    Encoding(String rid, int index, int ssrc, int packets) {
      this.rid = rid;
      this.index = index;
      this.ssrc = ssrc;
      this.rtxSsrc = ssrc + 1;
      this.packets = packets;
      sequenceNumber = 65_500 + 7 * index;
      pictureId = 32_700 + 11 * index;
      tl0 = 250 + index;
      timestampOffset = 1_000_003 * (index + 1) - 2_000_000;
    }
  }

  private final FakeLoop loop;
  private final Consumer<byte[]> rtp;
  private final Consumer<byte[]> rtcp;
  private final String mid;
  private final RtcpReader reader = new RtcpReader();
  private final RtcpWriter writer = new RtcpWriter(1200);
  private final ExtensionWriter extensions = new ExtensionWriter();
  private boolean keyframeDue = true;
  private int twcc;
  int frame;
  int keyframes;
  int plis;
  int nacks;
  int feedbacks;
  int reports;
  final List<Encoding> encodings;

  VideoSender(
      FakeLoop loop, String mid, Consumer<byte[]> rtp, Consumer<byte[]> rtcp, String... rids) {
    this.loop = loop;
    this.mid = mid;
    this.rtp = rtp;
    this.rtcp = rtcp;
    encodings = new ArrayList<>();
    for (int i = 0; i < rids.length; i++) {
      encodings.add(new Encoding(rids[i], i, 1000 + 10 * i, 1 + 2 * i));
    }
  }

  /** 30 frames a second from now on, a sender report every second. */
  void start() {
    sendFrame();
    loop.at(33_333_333L, this::start);
  }

  void reportEverySecond() {
    for (Encoding encoding : encodings) {
      writer.clear();
      long wall = loop.nanoTime() + 5_000_000_000_000L;
      writer.senderReport(encoding.ssrc, NtpTime.ofEpochNanos(wall), timestamp(encoding), 1, 1);
      rtcp.accept(bytes(writer.compound()));
    }
    loop.at(1_000_000_000L, this::reportEverySecond);
  }

  int timestamp(Encoding encoding) {
    return (int) (loop.nanoTime() / 1_000_000 * 90) + encoding.timestampOffset;
  }

  private void sendFrame() {
    boolean keyframe = keyframeDue;
    keyframeDue = false;
    keyframes += keyframe ? 1 : 0;
    for (Encoding encoding : encodings) {
      if (encoding.on) {
        sendFrame(encoding, keyframe);
      }
    }
    frame++;
  }

  private void sendFrame(Encoding encoding, boolean keyframe) {
    int packets = keyframe ? encoding.packets * 3 : encoding.packets;
    for (int i = 0; i < packets; i++) {
      byte[] packet = packet(encoding, keyframe, i, i == packets - 1);
      encoding.kept.put(encoding.sequenceNumber, packet);
      encoding.sequenceNumber = encoding.sequenceNumber + 1 & 0xFFFF;
      encoding.sent++;
      rtp.accept(packet);
    }
    encoding.pictureId = encoding.pictureId + 1 & 0x7FFF;
    encoding.tl0 = encoding.tl0 + 1 & 0xFF;
  }

  private byte[] packet(Encoding encoding, boolean keyframe, int index, boolean last) {
    ByteBuffer b = ByteBuffer.allocate(1200);
    int type = RtpHeader.markerAndType(last, Sdp.VP8);
    RtpHeader.write(b, 0, type, encoding.sequenceNumber, timestamp(encoding), encoding.ssrc);
    int at = header(b, encoding.rid, Sdp.RID_ID, encoding.extensions && encoding.sent < 20);
    b.put(at, (byte) (index == 0 ? 0x90 : 0x80)).put(at + 1, (byte) 0xE0);
    b.putShort(at + 2, (short) (0x8000 | encoding.pictureId));
    b.put(at + 4, (byte) encoding.tl0).put(at + 5, (byte) 0);
    b.put(at + DESCRIPTOR, (byte) (keyframe ? 0 : 1)).put(at + 7, (byte) encoding.index);
    b.putInt(at + 8, frame).putInt(at + 12, index);
    return bytes(b.position(0).limit(at + 16 + 100 * (encoding.index + 1)));
  }

  private int header(ByteBuffer b, String rid, int ridId, boolean named) {
    extensions.begin(b, 0);
    b.putShort(extensions.element(Sdp.TWCC_ID, 2), (short) twcc++);
    if (named) {
      extensions.element(Sdp.MID_ID, mid.getBytes());
      if (!rid.isEmpty()) {
        extensions.element(ridId, rid.getBytes());
      }
    }
    return extensions.end();
  }

  /** Padding on the media stream, as sent when RTX is not negotiated. */
  void sendPadding(Encoding encoding) {
    ByteBuffer b = ByteBuffer.allocate(1200);
    RtpHeader.write(b, 0, Sdp.VP8, encoding.sequenceNumber, timestamp(encoding), encoding.ssrc);
    int at = header(b, encoding.rid, Sdp.RID_ID, encoding.sent < 20);
    b.put(0, (byte) (b.get(0) | 0x20)).put(at + 199, (byte) 200);
    byte[] packet = bytes(b.position(0).limit(at + 200));
    encoding.kept.put(encoding.sequenceNumber, packet);
    encoding.sequenceNumber = encoding.sequenceNumber + 1 & 0xFFFF;
    rtp.accept(packet);
  }

  /** Padding in RTX format, as sent to probe the path. */
  void sendRtxPadding(Encoding encoding) {
    ByteBuffer b = ByteBuffer.allocate(1200);
    RtpHeader.write(
        b, 0, Sdp.VP8_RTX, encoding.rtxSequenceNumber++, timestamp(encoding), encoding.rtxSsrc);
    int at = header(b, encoding.rid, Sdp.REPAIRED_ID, true);
    b.put(0, (byte) (b.get(0) | 0x20)).put(at + 199, (byte) 200);
    rtp.accept(bytes(b.position(0).limit(at + 200)));
  }

  void rtcp(byte[] compound) {
    if (!reader.read(ByteBuffer.wrap(compound), 0, compound.length, this)) {
      throw new AssertionError("malformed RTCP");
    }
  }

  @Override
  public void pictureLoss(int mediaSsrc) {
    plis++;
    keyframeDue = true;
  }

  @Override
  public void report(int reporter) {
    reports++;
  }

  @Override
  public void transportFeedback(ByteBuffer bytes, int offset, int length) {
    feedbacks++;
  }

  @Override
  public void nack(int mediaSsrc, int packetId, int following) {
    nacks++;
    resend(mediaSsrc, packetId);
    for (int i = 0; i < 16; i++) {
      if ((following >> i & 1) != 0) {
        resend(mediaSsrc, packetId + 1 + i & 0xFFFF);
      }
    }
  }

  private void resend(int ssrc, int number) {
    for (Encoding encoding : encodings) {
      byte[] kept = encoding.ssrc == ssrc ? encoding.kept.get(number) : null;
      if (kept != null) {
        rtp.accept(rtx(encoding, kept, number));
      }
    }
  }

  private byte[] rtx(Encoding encoding, byte[] original, int number) {
    ByteBuffer b = ByteBuffer.allocate(1300);
    var view = new parley.wire.rtp.RtpPacket();
    view.wrap(ByteBuffer.wrap(original), 0, original.length);
    int type = RtpHeader.markerAndType(view.marker(), Sdp.VP8_RTX);
    RtpHeader.write(b, 0, type, encoding.rtxSequenceNumber++, view.timestamp(), encoding.rtxSsrc);
    int at = header(b, encoding.rid, Sdp.REPAIRED_ID, true);
    b.putShort(at, (short) number);
    b.put(at + 2, original, view.payloadOffset(), view.payloadLength());
    return bytes(b.position(0).limit(at + 2 + view.payloadLength()));
  }

  static byte[] bytes(ByteBuffer b) {
    byte[] bytes = new byte[b.remaining()];
    b.get(b.position(), bytes);
    return bytes;
  }
}
