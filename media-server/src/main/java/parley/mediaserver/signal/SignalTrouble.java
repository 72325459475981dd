package parley.mediaserver.signal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a client did to its signal, or the server to it. All but the first end its participant. */
public enum SignalTrouble {
  /** A message passed a limit of {@link SignalLimits} and was refused in words. */
  EXCESSIVE,
  /** No message at all. */
  MALFORMED,
  /** A message of more bytes than any may have. */
  TOO_LARGE,
  /** More messages or bytes than any client sends. */
  TOO_MANY,
  /** It read more slowly than it was told things; it may resume. */
  SLOW,
  /** The server failed at what it asked for. */
  FAILED;

  /** The names under which they are counted. */
  public static List<String> names() {
    return Arrays.stream(values()).map(SignalTrouble::label).toList();
  }

  /** Its name for operators: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
