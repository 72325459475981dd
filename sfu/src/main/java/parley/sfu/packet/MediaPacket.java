package parley.sfu.packet;

import org.jspecify.annotations.Nullable;
import parley.wire.rtp.RtpPacket;

/**
 * One received packet and what the steps so far found out about it. Reused from packet to packet:
 * valid during the call that hands it over.
 */
public final class MediaPacket {
  private final RtpPacket rtp = new RtpPacket();
  private final PictureNumbers picture = new PictureNumbers();
  private @Nullable PacketBuffer buffer;
  private @Nullable StreamClock clock;
  private Layer layer = Layer.HIGH;
  private long sequenceNumber;
  private boolean newest;
  private boolean keyframe;
  private boolean retransmitted;

  /** Begins with a received buffer; false when it holds no RTP. The caller stays its owner. */
  public boolean wrap(PacketBuffer received) {
    buffer = received;
    clock = null;
    newest = false;
    keyframe = false;
    retransmitted = false;
    picture.clear();
    return rtp.wrap(received.bytes(), received.offset(), received.length());
  }

  /** The header; of the original packet once a retransmission is unwrapped. */
  public RtpPacket rtp() {
    return rtp;
  }

  /** The bytes; {@link PacketBuffer#retain} them to keep them. */
  public PacketBuffer buffer() {
    PacketBuffer held = buffer;
    if (held == null) {
      throw new IllegalStateException("no packet");
    }
    return held;
  }

  /** On the room clock. */
  public long arrivalNanos() {
    return buffer().arrivalNanos();
  }

  /** Places it in its stream. */
  public void place(Layer ofStream, StreamClock clockOfStream, long extended, boolean isNewest) {
    layer = ofStream;
    clock = clockOfStream;
    sequenceNumber = extended;
    newest = isNewest;
  }

  public Layer layer() {
    return layer;
  }

  /** Of its stream; another one means another stream, or one that started anew. */
  public StreamClock clock() {
    StreamClock known = clock;
    if (known == null) {
      throw new IllegalStateException("not placed in a stream");
    }
    return known;
  }

  /** Extended by cycles. */
  public long sequenceNumber() {
    return sequenceNumber;
  }

  /** True when no later packet of its stream has come before it. */
  public boolean newest() {
    return newest;
  }

  /** Whether a frame that decodes alone begins here; always true for audio. */
  public boolean keyframe() {
    return keyframe;
  }

  public void keyframe(boolean begins) {
    keyframe = begins;
  }

  /** Came as RTX. */
  public boolean retransmitted() {
    return retransmitted;
  }

  public void markRetransmitted() {
    retransmitted = true;
  }

  /** Nothing but a header and padding. */
  public boolean paddingOnly() {
    return rtp.payloadLength() == 0;
  }

  /** VP8's picture id and TL0PICIDX, if any. */
  public PictureNumbers picture() {
    return picture;
  }
}
