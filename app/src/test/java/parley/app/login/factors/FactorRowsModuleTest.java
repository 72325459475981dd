package parley.app.login.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.Ids;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;

/** What the rows of second factors refuse, whoever asks and however many at once. */
@ParleyTest
class FactorRowsModuleTest {
  private static final byte[] FIRST = {1, 2, 3};
  private static final byte[] SECOND = {4, 5, 6};

  @Autowired AuthenticatorAppRepository apps;
  @Autowired PasskeyRepository passkeys;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired Ids ids;

  private UUID user = new UUID(0, 0);
  private Instant now = Instant.EPOCH;

  @BeforeEach
  void somebody() {
    user = ids.next();
    now = clock.instant();
    jdbc.sql("INSERT INTO users (id, email) VALUES (:id, :email)")
        .param("id", user)
        .param("email", user + "@example.org")
        .update();
  }

  /** Two pages set an app up: the code of the first one's picture does not confirm the second's. */
  @Test
  void aSecretThatWasReplacedConfirmsNothing() {
    apps.start(user, FIRST, now);
    apps.start(user, SECOND, now);
    assertThat(apps.confirm(user, FIRST, 7, now)).isFalse();
    assertThat(apps.confirmedAt(user)).isEmpty();
    assertThat(apps.confirm(user, SECOND, 7, now)).isTrue();
    assertThat(apps.confirm(user, SECOND, 8, now)).isFalse();
  }

  @Test
  void aPasskeysCounterOnlyRises() {
    UUID id = passkeyWithCounter(5);
    assertThat(passkeys.used(id, 5, false, now)).isFalse();
    assertThat(passkeys.used(id, 4, false, now)).isFalse();
    assertThat(passkeys.used(id, 6, false, now)).isTrue();
    assertThat(passkeys.used(id, 6, false, now)).isFalse();
    assertThat(passkeys.used(id, 0, false, now)).isFalse();
  }

  @Test
  void aPasskeyWithoutACounterIsUsedAgainAndAgain() {
    UUID id = passkeyWithCounter(0);
    assertThat(passkeys.used(id, 0, false, now)).isTrue();
    assertThat(passkeys.used(id, 0, false, now)).isTrue();
  }

  private UUID passkeyWithCounter(long counter) {
    UUID id = ids.next();
    byte[] credentialId = id.toString().getBytes(StandardCharsets.US_ASCII);
    passkeys.insert(
        new Passkey(
            id,
            user,
            credentialId,
            FIRST,
            counter,
            "Key",
            Set.of("usb"),
            false,
            false,
            now,
            null,
            null));
    return id;
  }
}
