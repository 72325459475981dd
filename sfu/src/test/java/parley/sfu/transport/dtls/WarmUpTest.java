package parley.sfu.transport.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class WarmUpTest {
  @Test
  void everyHandshakeWithOurselvesWorks() {
    assertThat(WarmUp.run(DtlsCertificate.create(Instant.now()), 5)).isEqualTo(5);
  }
}
