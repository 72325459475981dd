package parley.wire.codec;

import java.nio.ByteBuffer;

/** Finds keyframes in H.264 payloads (RFC 6184 §5): single NAL units, STAP-A and FU-A. */
public final class H264 {
  private static final int SPS = 7;
  private static final int STAP_A = 24;
  private static final int FU_A = 28;

  private H264() {}

  /**
   * True for the packet with which a frame that decodes alone begins: one that carries a sequence
   * parameter set. WebRTC senders put one in front of every IDR slice (RFC 7742 §6.2), and who
   * joins late needs it.
   */
  public static boolean keyframe(ByteBuffer b, int offset, int length) {
    if (length < 1) {
      return false;
    }
    int type = b.get(offset) & 0x1F;
    return switch (type) {
      case STAP_A -> aggregateKeyframe(b, offset + 1, offset + length);
      case FU_A -> length > 1 && b.get(offset + 1) < 0 && begins(b.get(offset + 1) & 0x1F);
      default -> begins(type);
    };
  }

  private static boolean begins(int nalType) {
    return nalType == SPS;
  }

  private static boolean aggregateKeyframe(ByteBuffer b, int from, int end) {
    int at = from;
    while (at + 2 < end) {
      int size = b.getShort(at) & 0xFFFF;
      if (size == 0 || at + 2 + size > end) {
        return false;
      }
      if (begins(b.get(at + 2) & 0x1F)) {
        return true;
      }
      at += 2 + size;
    }
    return false;
  }
}
