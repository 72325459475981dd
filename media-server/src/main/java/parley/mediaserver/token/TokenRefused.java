package parley.mediaserver.token;

/** A token that does not hold; the message says why, without quoting it. */
public final class TokenRefused extends Exception {
  public TokenRefused(String message) {
    super(message, null, false, false);
  }
}
