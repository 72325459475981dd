package parley.sfu.receive;

import parley.wire.rtcp.TwccBuilder;
import parley.wire.rtp.ExtendedSequenceNumber;
import parley.wire.rtp.RtpPacket;

/**
 * Notes when each packet of a connection arrived, by its transport-wide sequence number, and tells
 * the sender (draft-holmer-rmcat-transport-wide-cc-extensions-01).
 */
public final class TwccRecorder {
  private static final int WINDOW = 2048;

  private final ExtendedSequenceNumber sequence = new ExtendedSequenceNumber();
  private final TwccBuilder builder = new TwccBuilder();
  private final long[] arrivals = new long[WINDOW];
  private final long origin;
  private int extensionId;
  private long next = -1;
  private int mediaSsrc;
  private int feedbackCount;

  /** Counts time from {@code now}. */
  public TwccRecorder(long now) {
    origin = now;
  }

  /** The header extension's id, 0 when not negotiated: then nothing is noted or told. */
  public void extension(int id) {
    extensionId = id;
  }

  /** Notes a packet, of whatever stream. */
  public void record(RtpPacket packet, long arrivalNanos) {
    int at = extensionId == 0 ? -1 : packet.findExtension(extensionId);
    if (at < 0 || packet.extensionLength(at) < 2) {
      return;
    }
    long highest = sequence.highest();
    long number = sequence.extend(packet.buffer().getShort(at) & 0xFFFF);
    if (highest >= 0 && number <= highest - WINDOW) {
      return;
    }
    forget(Math.max(highest + 1, number - WINDOW + 1), number);
    arrivals[slot(number)] = 1 + Math.max(0, (arrivalNanos - origin) / 1000);
    mediaSsrc = packet.ssrc();
    next = next < 0 ? number : Math.min(next, number);
  }

  private void forget(long from, long to) {
    for (long number = from; number < to; number++) {
      arrivals[slot(number)] = 0;
    }
  }

  /** Tells all that came since the last call, in as many feedbacks as it takes. */
  public void tell(TwccSink sink) {
    if (next < 0) {
      return;
    }
    long highest = sequence.highest();
    long number = Math.max(next, highest - WINDOW + 1);
    while (number <= highest) {
      builder.clear();
      number = fill(number, highest);
      if (!builder.isEmpty()) {
        sink.feedback(mediaSsrc, feedbackCount++, builder);
      }
    }
    next = highest + 1;
  }

  private long fill(long from, long highest) {
    for (long number = from; number <= highest; number++) {
      long arrival = arrivals[slot(number)];
      if (arrival != 0 && !builder.add(number, arrival)) {
        return number;
      }
    }
    return highest + 1;
  }

  private static int slot(long number) {
    return (int) number & WINDOW - 1;
  }
}
