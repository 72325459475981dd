package parley.sfu;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import parley.wire.codec.Vp8Descriptor;
import parley.wire.rtcp.NtpTime;
import parley.wire.rtcp.RtcpListener;
import parley.wire.rtcp.RtcpReader;
import parley.wire.rtcp.RtcpWriter;
import parley.wire.rtp.ExtendedSequenceNumber;
import parley.wire.rtp.RtpPacket;
import parley.wire.rtp.Rtx;

/**
 * A receiver of one video track: asks for what is lost, reports, and can tell whether what it got
 * would decode.
 */
final class VideoReceiver implements RtcpListener {
  record Got(
      int timestamp,
      boolean marker,
      boolean start,
      boolean keyframe,
      int pictureId,
      int tl0,
      int encoding,
      int frame,
      int index,
      long at) {}

  private final FakeLoop loop;
  private final int ssrc;
  private final int rtxSsrc;
  private final Consumer<byte[]> rtcp;
  private final RtpPacket view = new RtpPacket();
  private final Vp8Descriptor vp8 = new Vp8Descriptor();
  private final ExtendedSequenceNumber sequence = new ExtendedSequenceNumber();
  private final RtcpWriter writer = new RtcpWriter(1200);
  private final RtcpReader reader = new RtcpReader();
  private final Map<Long, Long> asked = new HashMap<>();
  final TreeMap<Long, Got> got = new TreeMap<>();
  final List<Long> senderReports = new ArrayList<>();
  final List<Integer> reportedTimestamps = new ArrayList<>();
  long lastNtp;
  long lastReportAt;
  int repaired;
  int duplicates;
  int empty;
  boolean nacking = true;

  VideoReceiver(FakeLoop loop, int ssrc, int rtxSsrc, Consumer<byte[]> rtcp) {
    this.loop = loop;
    this.ssrc = ssrc;
    this.rtxSsrc = rtxSsrc;
    this.rtcp = rtcp;
  }

  void start() {
    askEvery20Millis();
    reportEverySecond();
  }

  void rtp(byte[] packet) {
    ByteBuffer b = ByteBuffer.wrap(packet);
    if (!view.wrap(b, 0, packet.length)) {
      throw new AssertionError("malformed RTP");
    }
    if (view.ssrc() == rtxSsrc && view.payloadType() == Sdp.THEIR_RTX) {
      repaired++;
      if (!Rtx.unwrap(view, ssrc, Sdp.THEIR_VP8)) {
        throw new AssertionError("empty RTX");
      }
    }
    if (view.ssrc() == ssrc && view.payloadType() == Sdp.THEIR_VP8) {
      take();
    }
  }

  private void take() {
    long number = sequence.extend(view.sequenceNumber());
    if (view.payloadLength() == 0) {
      empty++;
      got.put(
          number,
          new Got(view.timestamp(), false, false, false, -1, -1, -1, -1, -1, loop.nanoTime()));
      return;
    }
    vp8.wrap(view.buffer(), view.payloadOffset(), view.payloadLength());
    int at = view.payloadOffset() + vp8.size();
    Got one =
        new Got(
            view.timestamp(),
            view.marker(),
            vp8.startOfFrame(),
            vp8.keyframe(view.payloadOffset(), view.payloadLength()),
            vp8.pictureId(),
            vp8.tl0PicIdx(),
            view.buffer().get(at + 1),
            view.buffer().getInt(at + 2),
            view.buffer().getInt(at + 6),
            loop.nanoTime());
    if (got.putIfAbsent(number, one) != null) {
      duplicates++;
    }
  }

  private void askEvery20Millis() {
    loop.at(20_000_000L, this::askEvery20Millis);
    if (got.isEmpty() || !nacking) {
      return;
    }
    writer.clear();
    writer.nack(1, ssrc);
    boolean any = false;
    long from = Math.max(got.firstKey(), got.lastKey() - 500);
    for (long number = from; number < got.lastKey(); number++) {
      long last = asked.getOrDefault(number, 0L);
      if (!got.containsKey(number) && loop.nanoTime() - last > 60_000_000L) {
        asked.put(number, loop.nanoTime());
        any |= writer.nackEntry((int) number & 0xFFFF, 0);
      }
    }
    if (any) {
      rtcp.accept(VideoSender.bytes(writer.compound()));
    }
  }

  private void reportEverySecond() {
    loop.at(1_000_000_000L, this::reportEverySecond);
    writer.clear();
    writer.receiverReport(1);
    int delay = (int) ((loop.nanoTime() - lastReportAt) * 65_536 / 1_000_000_000L);
    writer.reportBlock(
        ssrc, 0, 0, sequence.highest(), 0, NtpTime.middle(lastNtp), lastNtp == 0 ? 0 : delay);
    rtcp.accept(VideoSender.bytes(writer.compound()));
  }

  void askForKeyframe() {
    writer.clear();
    writer.pictureLoss(1, ssrc);
    rtcp.accept(VideoSender.bytes(writer.compound()));
  }

  void rtcp(byte[] compound) {
    if (!reader.read(ByteBuffer.wrap(compound), 0, compound.length, this)) {
      throw new AssertionError("malformed RTCP");
    }
  }

  @Override
  public void senderReport(int from, long ntp, int rtpTimestamp, int packets, int octets) {
    if (from == ssrc) {
      lastNtp = ntp;
      lastReportAt = loop.nanoTime();
      senderReports.add(ntp);
      reportedTimestamps.add(rtpTimestamp);
    }
  }

  /** Numbers missing between the first and the last that came. */
  List<Long> missing() {
    List<Long> missing = new ArrayList<>();
    for (long number = got.firstKey(); number < got.lastKey(); number++) {
      if (!got.containsKey(number)) {
        missing.add(number);
      }
    }
    return missing;
  }

  /** What a decoder would complain about. */
  List<String> complaints() {
    List<String> complaints = new ArrayList<>();
    Got before = null;
    for (Map.Entry<Long, Got> entry : got.entrySet()) {
      Got one = entry.getValue();
      if (one.encoding < 0) {
        continue;
      }
      if (before == null) {
        // The very first packet may be lost without anybody knowing of it.
        before = one.keyframe || entry.getKey() > got.firstKey() + 40 ? one : null;
        check(complaints, entry, before == null || one.keyframe, "no keyframe at the beginning");
        continue;
      }
      if (one.start) {
        check(
            complaints,
            entry,
            before.marker || one.encoding != before.encoding,
            "frame before has no end");
        check(complaints, entry, one.timestamp - before.timestamp > 0, "timestamp goes back");
        check(complaints, entry, one.timestamp - before.timestamp < 45_000, "timestamp jumps");
        check(complaints, entry, (one.pictureId - before.pictureId & 0x7FFF) == 1, "picture id");
        check(complaints, entry, (one.tl0 - before.tl0 & 0xFF) == 1, "tl0");
        boolean same = one.encoding == before.encoding;
        check(
            complaints,
            entry,
            one.keyframe || same && one.frame == before.frame + 1,
            "reference is missing");
      } else {
        check(complaints, entry, one.timestamp == before.timestamp, "timestamp inside frame");
        check(
            complaints,
            entry,
            one.encoding == before.encoding && one.index == before.index + 1,
            "packet inside frame");
      }
      before = one;
    }
    return complaints;
  }

  private static void check(
      List<String> complaints, Map.Entry<Long, Got> entry, boolean good, String what) {
    if (!good) {
      complaints.add(what + " at " + entry);
    }
  }

  int lastEncoding() {
    return got.lastEntry().getValue().encoding;
  }
}
