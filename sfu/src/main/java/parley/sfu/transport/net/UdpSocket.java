package parley.sfu.transport.net;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
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
   * Which address of ours the datagram was sent to that the receiver is looking at; null if that is
   * not known. The other side expects answers to come from there.
   */
  @Nullable LocalAddress sentTo();

  /**
   * Queues a datagram, or sends it.
   *
   * @param from the address of ours to send from; null to let the system choose
   * @param datagram taken over
   */
  void send(RemoteAddress to, @Nullable LocalAddress from, PacketBuffer datagram);

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
