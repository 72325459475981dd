package parley.sfu.packet;

/** Takes packets one after the other; does not own them. */
@FunctionalInterface
public interface PacketSink {
  /** Looks at the packet during the call; who needs its bytes longer retains the buffer. */
  void packet(MediaPacket packet);
}
