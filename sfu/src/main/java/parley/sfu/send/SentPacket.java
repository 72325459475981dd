package parley.sfu.send;

import org.jspecify.annotations.Nullable;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PictureNumbers;
import parley.sfu.packet.RewrittenPacket;
import parley.wire.rtp.AbsSendTime;

/** One packet as it was sent; the payload is shared with the other receivers. */
final class SentPacket {
  private final PictureNumbers picture = new PictureNumbers();
  @Nullable PacketBuffer source;
  long sequenceNumber = -1;
  int payloadOffset;
  int payloadLength;
  int timestamp;
  int payloadType;
  boolean marker;
  long sentAt;
  int sendTime;
  long repeatedAt;
  int repeats;

  void keep(MediaPacket packet, RewrittenPacket rewritten, long now) {
    source = packet.buffer().retain();
    sequenceNumber = rewritten.sequenceNumber();
    payloadOffset = packet.rtp().payloadOffset();
    payloadLength = packet.rtp().payloadLength();
    timestamp = rewritten.timestamp();
    payloadType = rewritten.payloadType();
    marker = rewritten.marker();
    picture.set(rewritten.picture());
    sentAt = now;
    sendTime = AbsSendTime.of(now);
    repeats = 0;
  }

  void release() {
    PacketBuffer held = source;
    if (held != null) {
      held.release();
      source = null;
    }
  }

  void writePicture(PacketBuffer shared) {
    picture.write(shared.bytes());
  }
}
