package parley.sfu.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import parley.sfu.transport.dtls.DtlsConnection.End;
import parley.sfu.transport.srtp.SrtpProfile;

@Timeout(60)
class DtlsConnectionTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final DtlsCertificate US = DtlsCertificate.create(Instant.now());
  private static final DtlsCertificate THEM = DtlsCertificate.create(Instant.now());

  /** One end, whose datagrams go to the other if the network lets them. */
  private static final class Side implements DtlsConnection.Events {
    final CompletableFuture<DtlsKeys> keys = new CompletableFuture<>();
    final CompletableFuture<End> ended = new CompletableFuture<>();
    final CompletableFuture<Boolean> over = new CompletableFuture<>();
    final AtomicReference<DtlsConnection> other = new AtomicReference<>();
    volatile Predicate<byte[]> network = datagram -> true;

    @Override
    public void send(byte[] datagram) {
      DtlsConnection receiver = other.get();
      if (receiver != null && network.test(datagram)) {
        receiver.offer(datagram);
      }
    }

    @Override
    public void handshakeOver() {
      over.complete(true);
    }

    @Override
    public void keys(DtlsKeys agreed) {
      keys.complete(agreed);
    }

    @Override
    public void ended(End reason) {
      ended.complete(reason);
    }
  }

  private final Side server = new Side();
  private final Side client = new Side();

  private static Fingerprint of(DtlsCertificate certificate) {
    return new Fingerprint("sha-256", certificate.sha256());
  }

  private void connect(Fingerprint ofClient, Fingerprint ofServer, int... profiles) {
    DtlsConnection passive = DtlsConnection.server(US, ofClient, LIMIT, server);
    client.other.set(passive);
    server.other.set(DtlsConnection.client(THEM, ofServer, LIMIT, profiles, client));
  }

  private static <T> T await(CompletableFuture<T> future) throws Exception {
    return future.get(20, TimeUnit.SECONDS);
  }

  private void agree(SrtpProfile expected) throws Exception {
    DtlsKeys passive = await(server.keys);
    DtlsKeys active = await(client.keys);
    assertThat(passive.profile()).isEqualTo(expected);
    assertThat(active.profile()).isEqualTo(expected);
    assertThat(passive.ours().key()).isEqualTo(active.theirs().key());
    assertThat(passive.ours().salt()).isEqualTo(active.theirs().salt());
    assertThat(passive.theirs().key()).isEqualTo(active.ours().key());
    assertThat(passive.ours().key()).isNotEqualTo(passive.theirs().key());
    assertThat(server.over).isDone();
  }

  @Test
  void bothSidesExportTheSameKeys() throws Exception {
    connect(of(THEM), of(US), 1, 8, 7);
    agree(SrtpProfile.AES_128_GCM);
  }

  @Test
  void whoHasNoGcmGetsCounterMode() throws Exception {
    connect(of(THEM), of(US), 2, 1);
    agree(SrtpProfile.AES_128_CM_SHA1_80);
  }

  @Test
  void noCommonProfileIsNoConnection() throws Exception {
    connect(of(THEM), of(US), 2);
    assertThat(await(server.ended)).isEqualTo(End.FAILED);
    assertThat(await(client.ended)).isEqualTo(End.FAILED);
    assertThat(server.over).isDone();
  }

  @Test
  void aClientWithAnotherCertificateIsRefused() throws Exception {
    connect(of(US), of(US), 7);
    assertThat(await(server.ended)).isEqualTo(End.WRONG_FINGERPRINT);
    assertThat(await(client.ended)).isEqualTo(End.FAILED);
    assertThat(server.keys).isNotDone();
  }

  @Test
  void aServerWithAnotherCertificateIsRefused() throws Exception {
    connect(of(THEM), of(THEM), 7);
    assertThat(await(client.ended)).isEqualTo(End.WRONG_FINGERPRINT);
    assertThat(await(server.ended)).isEqualTo(End.FAILED);
  }

  @Test
  void survivesALossyNetwork() throws Exception {
    for (int seed = 0; seed < 12; seed++) {
      DtlsConnectionTest fresh = new DtlsConnectionTest();
      Random random = new Random(seed);
      fresh.client.network = datagram -> random.nextInt(5) > 0;
      fresh.server.network = datagram -> random.nextInt(5) > 0;
      fresh.connect(of(THEM), of(US), 7);
      fresh.agree(SrtpProfile.AES_128_GCM);
    }
  }

  /** Bouncy Castle alone would never get over this one. */
  @Test
  void aLateProofOfTheClientsCertificateIsRead() throws Exception {
    AtomicInteger seen = new AtomicInteger();
    client.network = datagram -> datagram[13] != 15 || seen.incrementAndGet() > 2;
    connect(of(THEM), of(US), 7);
    agree(SrtpProfile.AES_128_GCM);
    assertThat(seen).hasValueGreaterThan(2);
  }

  /** The server is done then, and has to answer all the same. */
  @Test
  void theLastFlightIsSentAgainWhenItWasLost() throws Exception {
    server.network = datagram -> !server.over.isDone() && !isLastFlight(datagram);
    connect(of(THEM), of(US), 7);
    await(server.keys);
    assertThat(client.keys).isNotDone();
    server.network = datagram -> true;
    agree(SrtpProfile.AES_128_GCM);
  }

  /** ChangeCipherSpec, or a handshake record of the next epoch. */
  private static boolean isLastFlight(byte[] datagram) {
    return datagram[0] == 20 || datagram[4] == 1;
  }

  @Test
  void aGoodbyeIsHeard() throws Exception {
    connect(of(THEM), of(US), 7);
    agree(SrtpProfile.AES_128_GCM);
    Objects.requireNonNull(server.other.get()).close();
    assertThat(await(server.ended)).isEqualTo(End.GOODBYE);
    assertThat(client.ended).isNotDone();
  }

  @Test
  void aHandshakeThatIsGivenUpIsOver() throws Exception {
    client.network = datagram -> false;
    connect(of(THEM), of(US), 7);
    Objects.requireNonNull(client.other.get()).close();
    await(server.over);
    assertThat(server.ended).isNotDone();
  }

  @Test
  void aHandshakeTakesOnlySoLong() throws Exception {
    DtlsConnection.server(US, of(THEM), Duration.ofMillis(300), server);
    assertThat(await(server.ended)).isEqualTo(End.FAILED);
    assertThat(server.over).isDone();
  }

  @Test
  void aHelloInManyPiecesIsJoined() throws Exception {
    client.network = this::inPieces;
    connect(of(THEM), of(US), 7);
    agree(SrtpProfile.AES_128_GCM);
  }

  /**
   * Passes on a whole ClientHello as fragments of 40 bytes (RFC 6347 §4.2.3), everything else as it
   * is.
   */
  private boolean inPieces(byte[] datagram) {
    boolean hello = datagram[0] == 22 && datagram[4] == 0 && datagram[13] == 1;
    if (!hello) {
      return true;
    }
    byte[] body = Arrays.copyOfRange(datagram, 25, datagram.length);
    for (int from = 0; from < body.length; from += 40) {
      int length = Math.min(40, body.length - from);
      Objects.requireNonNull(client.other.get()).offer(fragment(datagram, body, from, length));
    }
    return false;
  }

  private static byte[] fragment(byte[] datagram, byte[] body, int from, int length) {
    byte[] piece = new byte[25 + length];
    System.arraycopy(datagram, 0, piece, 0, 25);
    java.nio.ByteBuffer view = java.nio.ByteBuffer.wrap(piece);
    view.putShort(9, (short) (50 + from / 40)).putShort(11, (short) (12 + length));
    view.put(19, (byte) 0).putShort(20, (short) from);
    view.put(22, (byte) 0).putShort(23, (short) length);
    view.put(25, body, from, length);
    return piece;
  }

  @Test
  void knowsThreeHashes() {
    byte[] der = HexFormat.of().parseHex("616263");
    for (int bits : List.of(256, 384, 512)) {
      byte[] hash = Fingerprint.hash("SHA-" + bits, der);
      assertThat(new Fingerprint("SHA-" + bits, hash).matches(der)).isTrue();
      hash[0]++;
      assertThat(new Fingerprint("sha-" + bits, hash).matches(der)).isFalse();
    }
    org.assertj.core.api.Assertions.assertThatThrownBy(() -> new Fingerprint("md5", new byte[16]))
        .isInstanceOf(IllegalArgumentException.class);
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> new Fingerprint("sha-256", new byte[20]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
