package parley.app.login;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The passwords that attackers try first because most people used them where data was stolen. */
@Component
class BreachedPasswords {
  private static final String LIST = "breached-passwords.txt";

  private final Set<String> passwords = read();

  /** Whether this password, in whatever case, is on the list. */
  boolean contains(String password) {
    return passwords.contains(password.toLowerCase(Locale.ROOT));
  }

  private static Set<String> read() {
    InputStream list =
        Objects.requireNonNull(BreachedPasswords.class.getResourceAsStream(LIST), LIST);
    try (var reader = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("# "))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
