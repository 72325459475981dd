package parley.app.testing;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was written to somebody, as the outbox has it. */
public final class Mailbox {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final JdbcClient jdbc;
  private final String address;

  public Mailbox(JdbcClient jdbc, String address) {
    this.jdbc = jdbc;
    this.address = address;
  }

  /** Newest first. */
  public List<String> subjects() {
    return jdbc.sql("SELECT subject FROM outgoing_mails WHERE recipient = :to ORDER BY id DESC")
        .param("to", address)
        .query(String.class)
        .list();
  }

  /** The words of all mails, newest first. */
  public List<String> texts() {
    return jdbc.sql("SELECT text_body FROM outgoing_mails WHERE recipient = :to ORDER BY id DESC")
        .param("to", address)
        .query(String.class)
        .list();
  }

  /** The token of a link to this page; waits for a mail that is still being written. */
  public String token(String page) {
    return tokenBeside(page, "");
  }

  /** As {@link #token}, but another one than this. */
  public String tokenBeside(String page, String known) {
    Pattern link = Pattern.compile(Pattern.quote(page) + "#[a-z]+=([A-Za-z0-9_-]{43})");
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (System.nanoTime() < end) {
      for (String text : texts()) {
        Matcher found = link.matcher(text);
        while (found.find()) {
          if (!found.group(1).equals(known)) {
            return found.group(1);
          }
        }
      }
      Thread.onSpinWait();
    }
    throw new AssertionError("no link to " + page + " among " + texts());
  }
}
