package parley.sfu.transport.net;

import java.io.IOException;
import parley.sfu.packet.PacketBuffer;

/** A UDP socket and the place where its loop sleeps. One thread, except {@link #wakeUp}. */
public interface UdpSocket extends AutoCloseable {
  /** The most datagrams one {@link #receive} brings. */
  int BATCH = 64;

  /** Takes datagrams. */
  interface Receiver {
    /**
     * One datagram from the address that the three numbers name (see {@link RemoteAddress}).
     *
     * @param datagram owned by the receiver
     */
    void datagram(PacketBuffer datagram, long high, long low, int port);
  }

  /**
   * Gives what has arrived to the receiver, at most {@link #BATCH} datagrams, without waiting;
   * returns how many.
   */
  int receive(Receiver receiver) throws IOException;

  /**
   * Queues a datagram, or sends it.
   *
   * @param datagram taken over
   */
  void send(RemoteAddress to, PacketBuffer datagram);

  /** Sends what is queued. */
  void flush();

  /** Sleeps until a datagram is there, {@link #wakeUp} is called, or the time is over. */
  void await(long nanos) throws IOException;

  /** Ends the current or the next {@link #await}. Any thread. */
  void wakeUp();

  /** The bound port. */
  int localPort();

  @Override
  void close();
}
