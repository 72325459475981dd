package parley.sfu.transport.net;

import parley.sfu.packet.PacketBuffer;

/** The way back to where a datagram came from. On the loop only. */
public interface Route {
  /** Queues one datagram; takes the buffer over. */
  void send(PacketBuffer datagram);

  /** The other end. */
  RemoteAddress remote();

  /** Whether this is a TCP connection. */
  boolean tcp();

  /** Whether the other leads to the same place, if perhaps from another address of ours. */
  default boolean sameRemote(Route other) {
    return tcp() || other.tcp() ? equals(other) : remote().equals(other.remote());
  }

  /** Ends it, if it can end: a TCP connection. */
  void close();
}
