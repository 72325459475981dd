package parley.sfu.receive;

import parley.sfu.packet.MediaPacket;
import parley.wire.codec.H264;
import parley.wire.codec.Vp8Descriptor;
import parley.wire.rtp.RtpPacket;

/** Reads as far into a payload as forwarding needs. */
final class CodecReader {
  private final Vp8Descriptor vp8 = new Vp8Descriptor();

  void read(MediaPacket packet, Format format) {
    RtpPacket rtp = packet.rtp();
    switch (format) {
      case VP8 -> readVp8(packet, rtp);
      case H264 ->
          packet.keyframe(H264.keyframe(rtp.buffer(), rtp.payloadOffset(), rtp.payloadLength()));
      case AUDIO, OPAQUE -> packet.keyframe(!packet.paddingOnly());
    }
  }

  private void readVp8(MediaPacket packet, RtpPacket rtp) {
    if (vp8.wrap(rtp.buffer(), rtp.payloadOffset(), rtp.payloadLength())) {
      packet.keyframe(vp8.keyframe(rtp.payloadOffset(), rtp.payloadLength()));
      packet.picture().read(vp8);
    }
  }
}
