package parley.sfu.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void bothSidesOfEveryHandshakeGetKeys() {
    DtlsCertificate certificate = DtlsCertificate.create(Instant.EPOCH.plusSeconds(1_800_000_000));
    long t = System.nanoTime();
    assertThat(WarmUp.run(certificate, 1)).isEqualTo(1);
    System.err.println("first " + (System.nanoTime() - t) / 1e6);
    t = System.nanoTime();
    assertThat(WarmUp.run(certificate, 10)).isEqualTo(10);
    System.err.println("each " + (System.nanoTime() - t) / 1e7);
  }
}
