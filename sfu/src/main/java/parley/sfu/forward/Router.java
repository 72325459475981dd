package parley.sfu.forward;

import java.util.Arrays;
import parley.sfu.packet.MediaPacket;
import parley.sfu.packet.PacketSink;

/** Hands the packets of one published track to all who get it. */
public final class Router implements PacketSink {
  private static final Forwarder[] NOBODY = {};

  private final LayerActivity activity = new LayerActivity();
  private Forwarder[] forwarders = NOBODY;

  @Override
  public void packet(MediaPacket packet) {
    if (!packet.paddingOnly()) {
      activity.seen(packet.layer());
    }
    for (Forwarder forwarder : forwarders) {
      forwarder.packet(packet);
    }
  }

  public void add(Forwarder forwarder) {
    forwarders = Arrays.copyOf(forwarders, forwarders.length + 1);
    forwarders[forwarders.length - 1] = forwarder;
  }

  /** Harmless when it is not there. */
  public void remove(Forwarder forwarder) {
    forwarders =
        Arrays.stream(forwarders).filter(one -> one != forwarder).toArray(Forwarder[]::new);
  }

  /** Which layers flow. */
  public LayerActivity activity() {
    return activity;
  }
}
