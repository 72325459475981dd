package parley.app.login;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import parley.app.shared.Refusal;

/**
 * Argon2id (RFC 9106). Every hash takes tens of milliseconds and megabytes on purpose, so only a
 * few are computed at once; the metric {@code parley.password.hash} counts and times them.
 */
@Component
public class PasswordHasher {
  /** The longest password, in code points. */
  static final int LONGEST = 1024;

  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int LANES = 1;
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

  private final Argon2PasswordEncoder encoder;
  private final Semaphore places;
  private final Timer timer;
  private final String nobodysHash;

  PasswordHasher(LoginSettings settings, MeterRegistry meters) {
    encoder =
        new Argon2PasswordEncoder(
            SALT_BYTES, HASH_BYTES, LANES, settings.argon2MemoryKib(), settings.argon2Passes());
    int atOnce = settings.hashesAtOnce();
    places = new Semaphore(atOnce > 0 ? atOnce : Runtime.getRuntime().availableProcessors());
    timer = Timer.builder("parley.password.hash").register(meters);
    nobodysHash = nobodysHash(settings);
  }

  /** A hash with a salt of its own, in the PHC string form, parameters included. */
  public String hash(String password) {
    return inTurn(() -> encoded(composed(password)));
  }

  /** Whether this is the password. Somebody without a hash is refused after the same work. */
  public boolean matches(String password, @Nullable String hash) {
    String compared = hash == null ? nobodysHash : hash;
    return inTurn(() -> encoder.matches(composed(password), compared)) && hash != null;
  }

  /** Whether the hash was made with lower parameters than today's. */
  public boolean isOutdated(String hash) {
    return encoder.upgradeEncoding(hash);
  }

  // No password has it; comparing one with it costs what comparing with a real one does.
  private static String nobodysHash(LoginSettings settings) {
    byte[] random = new byte[SALT_BYTES + HASH_BYTES];
    new SecureRandom().nextBytes(random);
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return String.format(
        Locale.ROOT,
        "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s",
        settings.argon2MemoryKib(),
        settings.argon2Passes(),
        LANES,
        base64.encodeToString(Arrays.copyOf(random, SALT_BYTES)),
        base64.encodeToString(Arrays.copyOfRange(random, SALT_BYTES, random.length)));
  }

  private String encoded(String password) {
    String hash = encoder.encode(password);
    if (hash == null) {
      throw new IllegalStateException("no hash of a password");
    }
    return hash;
  }

  // The same letters typed on another keyboard may arrive in another composition.
  private static String composed(String password) {
    if (password.codePointCount(0, password.length()) > LONGEST) {
      throw Refusal.invalid("password", "A password has at most 1,024 characters.");
    }
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  private <T> T inTurn(Supplier<T> work) {
    takePlace();
    try {
      return timer.record(work);
    } finally {
      places.release();
    }
  }

  private void takePlace() {
    try {
      if (places.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
    throw Refusal.tooManyRequests(LONGEST_WAIT);
  }
}
