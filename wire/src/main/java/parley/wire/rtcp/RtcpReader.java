package parley.wire.rtcp;

import java.nio.ByteBuffer;

/** Reads RTCP compounds, also reduced-size ones (RFC 5506). Keeps one view, allocates nothing. */
public final class RtcpReader {
  private final ReportBlock block = new ReportBlock();

  /**
   * Tells the listener what the compound holds; unknown packets are passed over.
   *
   * @return false when some packet was malformed: what stood before it has been told
   */
  public boolean read(ByteBuffer b, int offset, int length, RtcpListener listener) {
    if (offset < 0 || length < 4 || length > b.limit() - offset) {
      return false;
    }
    int at = offset;
    int end = offset + length;
    while (at < end) {
      if (end - at < 4 || (b.get(at) & 0xC0) != 0x80) {
        return false;
      }
      int size = 4 * ((b.getShort(at + 2) & 0xFFFF) + 1);
      if (size > end - at || !readPacket(b, at, size, listener)) {
        return false;
      }
      at += size;
    }
    return true;
  }

  private boolean readPacket(ByteBuffer b, int at, int size, RtcpListener listener) {
    int body = size;
    if ((b.get(at) & 0x20) != 0) {
      body -= b.get(at + size - 1) & 0xFF;
    }
    int count = b.get(at) & 0x1F;
    return switch (b.get(at + 1) & 0xFF) {
      case RtcpType.SENDER_REPORT -> senderReport(b, at, body, count, listener);
      case RtcpType.RECEIVER_REPORT -> receiverReport(b, at, body, count, listener);
      case RtcpType.BYE -> bye(b, at, body, count, listener);
      case RtcpType.TRANSPORT_FEEDBACK -> transportFeedback(b, at, size, body, listener);
      case RtcpType.PAYLOAD_FEEDBACK -> payloadFeedback(b, at, body, listener);
      default -> body >= 4;
    };
  }

  private boolean senderReport(ByteBuffer b, int at, int size, int count, RtcpListener listener) {
    if (size < 28 + count * ReportBlock.SIZE) {
      return false;
    }
    int ssrc = b.getInt(at + 4);
    listener.report(ssrc);
    listener.senderReport(
        ssrc, b.getLong(at + 8), b.getInt(at + 16), b.getInt(at + 20), b.getInt(at + 24));
    blocks(b, at + 28, count, ssrc, listener);
    return true;
  }

  private boolean receiverReport(ByteBuffer b, int at, int size, int count, RtcpListener listener) {
    if (size < 8 + count * ReportBlock.SIZE) {
      return false;
    }
    int ssrc = b.getInt(at + 4);
    listener.report(ssrc);
    blocks(b, at + 8, count, ssrc, listener);
    return true;
  }

  private void blocks(ByteBuffer b, int from, int count, int reporter, RtcpListener listener) {
    for (int i = 0; i < count; i++) {
      block.at(b, from + i * ReportBlock.SIZE);
      listener.reportBlock(reporter, block);
    }
  }

  private static boolean bye(ByteBuffer b, int at, int size, int count, RtcpListener listener) {
    if (size < 4 + 4 * count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      listener.bye(b.getInt(at + 4 + 4 * i));
    }
    return true;
  }

  private static boolean transportFeedback(
      ByteBuffer b, int at, int size, int body, RtcpListener listener) {
    if (body < 12) {
      return false;
    }
    int format = b.get(at) & 0x1F;
    if (format == RtcpType.NACK) {
      for (int entry = at + 12; entry + 4 <= at + body; entry += 4) {
        listener.nack(b.getInt(at + 8), b.getShort(entry) & 0xFFFF, b.getShort(entry + 2) & 0xFFFF);
      }
    } else if (format == RtcpType.TWCC) {
      listener.transportFeedback(b, at, size);
    }
    return true;
  }

  private static boolean payloadFeedback(ByteBuffer b, int at, int body, RtcpListener listener) {
    if (body < 12) {
      return false;
    }
    switch (b.get(at) & 0x1F) {
      case RtcpType.PLI -> listener.pictureLoss(b.getInt(at + 8));
      case RtcpType.FIR -> {
        for (int entry = at + 12; entry + 8 <= at + body; entry += 8) {
          listener.fullIntraRequest(b.getInt(entry), b.get(entry + 4) & 0xFF);
        }
      }
      case RtcpType.APPLICATION -> {
        if (body >= 20 && b.getInt(at + 12) == RtcpType.REMB_IDENTIFIER) {
          int packed = b.getInt(at + 16);
          listener.receiverEstimate(bitrate(packed >> 18 & 0x3F, packed & 0x3FFFF));
        }
      }
      default -> {}
    }
    return true;
  }

  private static long bitrate(int exponent, long mantissa) {
    return exponent > 45 ? Long.MAX_VALUE : mantissa << exponent;
  }
}
