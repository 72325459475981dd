package parley.app.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.PersonKeys;
import parley.app.testing.ParleyTest;

@ParleyTest
class PersonKeysModuleTest {
  private static final byte[] CLEAR = "192.0.2.17".getBytes(UTF_8);

  @Autowired PersonKeys keys;
  @Autowired JdbcClient jdbc;
  private final UUID ann = UUID.randomUUID();

  @Test
  void whatWasSealedIsOpenedAgainAndSealedNeverTheSame() {
    byte[] sealed = keys.seal(ann, CLEAR).orElseThrow();
    assertThat(keys.open(ann, sealed)).hasValue(CLEAR);
    assertThat(keys.seal(ann, CLEAR).orElseThrow()).isNotEqualTo(sealed);
    assertThat(new String(sealed, UTF_8)).doesNotContain("192.0.2.17");
  }

  @Test
  void nobodyElsesKeyOpensItNorAnAlteredSeal() {
    byte[] sealed = keys.seal(ann, CLEAR).orElseThrow();
    UUID bob = UUID.randomUUID();
    keys.seal(bob, CLEAR);
    assertThat(keys.open(bob, sealed)).isEmpty();
    for (int at = 0; at < sealed.length; at++) {
      byte[] altered = sealed.clone();
      altered[at] ^= 1;
      assertThat(keys.open(ann, altered)).as("byte %d", at).isEmpty();
    }
    assertThat(keys.open(ann, new byte[3])).isEmpty();
  }

  @Test
  void aKeyThatWasMovedToAnotherPersonDoesNotUnwrap() {
    keys.seal(ann, CLEAR);
    UUID thief = UUID.randomUUID();
    jdbc.sql(
            """
            INSERT INTO person_keys (user_id, wrapped_key, created_at)
            SELECT :thief, wrapped_key, created_at FROM person_keys WHERE user_id = :ann
            """)
        .param("thief", thief)
        .param("ann", ann)
        .update();
    assertThatIllegalStateException().isThrownBy(() -> keys.seal(thief, CLEAR));
  }

  @Test
  void whatADestroyedKeySealedIsGoneAndNoNewKeyIsMade() {
    byte[] sealed = keys.seal(ann, CLEAR).orElseThrow();
    keys.destroy(ann);
    keys.destroy(ann);
    assertThat(keys.open(ann, sealed)).isEmpty();
    assertThat(keys.seal(ann, CLEAR)).isEmpty();
    assertThat(wrapped(ann)).isZero();
  }

  @Test
  void somebodyWhoNeverHadAKeyGetsNoneAfterDestroying() {
    keys.destroy(ann);
    assertThat(keys.seal(ann, CLEAR)).isEmpty();
  }

  @Test
  void manyAtTheSameMomentUseOneKey() throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<byte[]>> all =
          IntStream.range(0, 30)
              .<Callable<byte[]>>mapToObj(i -> () -> keys.seal(ann, CLEAR).orElseThrow())
              .toList();
      for (Future<byte[]> sealed : threads.invokeAll(all)) {
        assertThat(keys.open(ann, sealed.get())).hasValue(CLEAR);
      }
    }
    assertThat(wrapped(ann)).isEqualTo(1);
  }

  private long wrapped(UUID userId) {
    return jdbc.sql(
            "SELECT count(*) FROM person_keys WHERE user_id = :userId AND wrapped_key IS NOT NULL")
        .param("userId", userId)
        .query(Long.class)
        .single();
  }
}
