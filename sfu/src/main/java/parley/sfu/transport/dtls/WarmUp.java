package parley.sfu.transport.dtls;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import parley.sfu.transport.srtp.SrtpProfile;

/**
 * A handshake with ourselves in memory. The first one of a Java process takes 100 to 200 ms for
 * loading and compiling; nobody should wait for that at the door.
 */
public final class WarmUp {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private WarmUp() {}

  /** Shakes hands so many times; returns how often it worked. */
  public static int run(DtlsCertificate certificate, int times) {
    int worked = 0;
    for (int i = 0; i < times; i++) {
      worked += once(certificate) ? 1 : 0;
    }
    return worked;
  }

  private static boolean once(DtlsCertificate certificate) {
    Fingerprint ours = new Fingerprint("sha-256", certificate.sha256());
    AtomicReference<DtlsConnection> client = new AtomicReference<>();
    AtomicReference<DtlsConnection> server = new AtomicReference<>();
    CountDownLatch keys = new CountDownLatch(2);
    DtlsConnection passive =
        DtlsConnection.server(certificate, ours, LIMIT, new Pipe(client, keys));
    server.set(passive);
    DtlsConnection active =
        DtlsConnection.client(
            certificate,
            ours,
            LIMIT,
            new int[] {SrtpProfile.AES_128_GCM.id()},
            new Pipe(server, keys));
    client.set(active);
    boolean worked = false;
    try {
      worked = keys.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    active.close();
    passive.close();
    return worked;
  }

  private record Pipe(AtomicReference<DtlsConnection> other, CountDownLatch done)
      implements DtlsConnection.Events {
    @Override
    public void send(byte[] datagram) {
      DtlsConnection connection = other.get();
      if (connection != null) {
        connection.offer(datagram);
      }
    }

    @Override
    public void handshakeOver() {}

    @Override
    public void keys(DtlsKeys keys) {
      done.countDown();
    }

    @Override
    public void ended(DtlsConnection.End reason) {}
  }
}
