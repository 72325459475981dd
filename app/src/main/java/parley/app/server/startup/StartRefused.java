package parley.app.server.startup;

/** Parley cannot start, for a reason the operator can remove; the message says which and how. */
public final class StartRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A whole sentence or two, for a person at a terminal. */
  public StartRefused(String sentence) {
    super(sentence);
  }

  /** The same, with what was behind it. */
  public StartRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
