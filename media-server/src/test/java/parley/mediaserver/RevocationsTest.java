package parley.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RevocationsTest {
  private final TestTime time = new TestTime();
  private final Revocations revocations = new Revocations(time);

  @Test
  void remembersWhileTokensLiveAndNoLonger() {
    for (int second = 0; second < 10_000; second++) {
      revocations.revoke("demo", "guest " + second);
      time.advance(Duration.ofSeconds(1));
    }
    long remembered = Revocations.REMEMBERED.toSeconds();
    assertThat(revocations.size()).isBetween(1, (int) remembered + 1);
    assertThat(revocations.isRevoked("demo", "guest 9999", time.instant().minusSeconds(10)))
        .isTrue();
    assertThat(revocations.isRevoked("demo", "guest 9999", time.instant())).isFalse();
    time.advance(Revocations.REMEMBERED.plusSeconds(1));
    assertThat(revocations.isRevoked("demo", "nobody", time.instant())).isFalse();
    assertThat(revocations.size()).isZero();
  }

  @Test
  void aSecondRevocationIsRememberedFromThenOn() {
    revocations.revoke("demo", "anna");
    time.advance(Revocations.REMEMBERED.minusSeconds(1));
    revocations.revoke("demo", "anna");
    time.advance(Duration.ofSeconds(2));
    assertThat(revocations.isRevoked("demo", "anna", time.instant().minusSeconds(5))).isTrue();
  }
}
