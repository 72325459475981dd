package parley.sfu.transport.dtls;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.bouncycastle.tls.DTLSClientProtocol;
import org.bouncycastle.tls.DTLSServerProtocol;
import org.bouncycastle.tls.DTLSTransport;
import org.bouncycastle.tls.TlsClient;
import org.bouncycastle.tls.TlsServer;
import org.jspecify.annotations.Nullable;

/**
 * One DTLS connection on a virtual thread of its own: the handshake, then waiting for the other
 * side's goodbye while retransmitted flights are answered (RFC 6347 §4.2.4).
 */
public final class DtlsConnection {
  /** What the connection tells, on its own thread. */
  public interface Events {
    /** Send this to the other side. */
    void send(byte[] datagram);

    /** The handshake is over, well or not: it no longer counts as under way. Once. */
    void handshakeOver();

    /** The keys, and the other side is who it said. At most once. */
    void keys(DtlsKeys keys);

    /** It ended, and not by {@link DtlsConnection#close}. At most once, the last call. */
    void ended(End reason);
  }

  /** Why it ended. */
  public enum End {
    /** The other side closed. */
    GOODBYE,
    /** The other side showed another certificate than announced. */
    WRONG_FINGERPRINT,
    /** The handshake failed otherwise. */
    FAILED,
  }

  private interface Step {
    DTLSTransport run() throws IOException;
  }

  private final Handshake handshake;
  private final Events events;
  private final DatagramQueue queue;
  private final Predicate<byte[]> incoming;
  private final AtomicBoolean closing = new AtomicBoolean();
  private volatile @Nullable DTLSTransport established;

  private DtlsConnection(Handshake handshake, Events events, boolean passive) {
    this.handshake = handshake;
    this.events = events;
    this.queue = new DatagramQueue(events::send);
    this.incoming = passive ? new FlightOrder(queue::offer)::pass : queue::offer;
  }

  /** Waits for a client and begins at once. */
  public static DtlsConnection server(
      DtlsCertificate certificate, Fingerprint expected, Duration limit, Events events) {
    var server = new ServerHandshake(new HandshakeRules(certificate, expected, limit));
    return new DtlsConnection(server, events, true).start(server);
  }

  /**
   * Calls a server and begins at once.
   *
   * @param profiles the numbers to offer in {@code use_srtp}, best first
   */
  public static DtlsConnection client(
      DtlsCertificate certificate,
      Fingerprint expected,
      Duration limit,
      int[] profiles,
      Events events) {
    var client = new ClientHandshake(new HandshakeRules(certificate, expected, limit), profiles);
    return new DtlsConnection(client, events, false).start(client);
  }

  private DtlsConnection start(TlsServer server) {
    return start(() -> new DTLSServerProtocol().accept(server, queue));
  }

  private DtlsConnection start(TlsClient client) {
    return start(() -> new DTLSClientProtocol().connect(client, queue));
  }

  private DtlsConnection start(Step step) {
    Thread.ofVirtual().name("dtls").start(() -> run(step));
    return this;
  }

  /**
   * Hands over a datagram that came; false if too many wait or it has ended. One thread at a time.
   */
  public boolean offer(byte[] datagram) {
    return incoming.test(datagram);
  }

  private void run(Step step) {
    try {
      DTLSTransport transport = shakeHands(step);
      DtlsKeys keys = handshake.keys();
      if (transport == null || keys == null) {
        return;
      }
      established = transport;
      events.keys(keys);
      if (closing.get()) {
        sayGoodbye(transport);
        return;
      }
      waitForTheEnd(transport);
    } finally {
      queue.close();
    }
  }

  private @Nullable DTLSTransport shakeHands(Step step) {
    End reason = End.FAILED;
    try {
      return step.run();
    } catch (HandshakeRules.WrongFingerprint e) {
      reason = End.WRONG_FINGERPRINT;
    } catch (IOException | RuntimeException e) {
      // What exactly is wrong with a stranger's handshake helps nobody.
    } finally {
      events.handshakeOver();
    }
    end(handshake.peerSaidGoodbye() ? End.GOODBYE : reason);
    return null;
  }

  private void waitForTheEnd(DTLSTransport transport) {
    byte[] ignored = new byte[transportLimit(transport)];
    try {
      while (!handshake.peerSaidGoodbye()) {
        transport.receive(ignored, 0, ignored.length, 0);
      }
    } catch (IOException | RuntimeException e) {
      // A fatal alert, or close() woke us.
    }
    end(End.GOODBYE);
  }

  private static int transportLimit(DTLSTransport transport) {
    try {
      return transport.getReceiveLimit();
    } catch (IOException e) {
      return 0;
    }
  }

  private void end(End reason) {
    if (closing.compareAndSet(false, true)) {
      events.ended(reason);
    }
  }

  /**
   * Says goodbye and ends; {@link Events#ended} is not called any more. Any thread; does not wait.
   */
  public void close() {
    if (!closing.compareAndSet(false, true)) {
      return;
    }
    DTLSTransport transport = established;
    if (transport == null) {
      queue.close();
    } else {
      Thread.ofVirtual().name("dtls-close").start(() -> sayGoodbye(transport));
    }
  }

  private static void sayGoodbye(DTLSTransport transport) {
    try {
      transport.close();
    } catch (IOException e) {
      // Then it is gone without.
    }
  }
}
