package parley.sfu.forward;

import org.jspecify.annotations.Nullable;
import parley.sfu.packet.DropReason;
import parley.sfu.packet.Drops;
import parley.sfu.packet.Layer;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.PacketSink;
import parley.sfu.packet.PayloadTypeMap;

/** One receiver's share of a published track: select, rewrite, hand on. */
public final class Forwarder implements PacketSink {
  private final LayerSelector selector;
  private final Rewriter rewriter;
  private final Drops drops;
  private final ForwardSink sink;
  private boolean flowing;

  /**
   * A forwarder that does not flow yet.
   *
   * @param firstSequenceNumber of the outgoing stream, 0–65535
   */
  public Forwarder(
      Router router, int firstSequenceNumber, PayloadTypeMap types, Drops drops, ForwardSink sink) {
    selector = new LayerSelector(router.activity());
    rewriter = new Rewriter(firstSequenceNumber, types);
    this.drops = drops;
    this.sink = sink;
  }

  @Override
  public void packet(MediaPacket packet) {
    if (!flowing) {
      drops.count(DropReason.PAUSED);
    } else if (!rewriter.speaks(packet.rtp().payloadType())) {
      leaveOut(packet, DropReason.CODEC_NOT_NEGOTIATED);
    } else if (selected(packet)) {
      pass(packet);
    } else if (rewriter.rewriteLate(packet)) {
      sink.forward(packet, rewriter.rewritten());
    } else {
      drops.count(DropReason.LAYER_NOT_SELECTED);
    }
  }

  private boolean selected(MediaPacket packet) {
    if (selector.continues(packet)) {
      return true;
    }
    boolean changed = selector.changes(packet);
    if (changed) {
      rewriter.anchor(packet);
    }
    return changed;
  }

  private void pass(MediaPacket packet) {
    if (packet.paddingOnly() && rewriter.skip(packet)) {
      drops.count(DropReason.PADDING_ONLY);
    } else if (rewriter.rewrite(packet)) {
      sink.forward(packet, rewriter.rewritten());
    } else {
      drops.count(DropReason.TOO_OLD);
    }
  }

  private void leaveOut(MediaPacket packet, DropReason reason) {
    if (selector.continues(packet)) {
      rewriter.skip(packet);
    }
    drops.count(reason);
  }

  /** Lets packets through, from the next keyframe on; or none any more. */
  public void flow(boolean on) {
    if (flowing != on) {
      selector.stop();
    }
    flowing = on;
  }

  public boolean flowing() {
    return flowing;
  }

  /** Goes on only at a keyframe. */
  public void restart() {
    selector.stop();
  }

  public void types(PayloadTypeMap types) {
    rewriter.types(types);
  }

  public void max(Layer layer) {
    selector.max(layer);
  }

  public @Nullable Layer current() {
    return selector.current();
  }

  /** The layer to be sent; null while none flows. */
  public @Nullable Layer wanted() {
    return selector.wanted();
  }

  /** The layer whose keyframe should be asked for; null when none. */
  public @Nullable Layer awaited() {
    return flowing ? selector.awaited() : null;
  }

  /** The outgoing timestamp of a moment of the room clock; meaningful once packets went out. */
  public int timestampAt(long nanos) {
    return rewriter.timestampAt(nanos);
  }
}
