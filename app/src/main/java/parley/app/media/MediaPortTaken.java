package parley.app.media;

/** A port for media cannot be opened; the message says which, and which setting to change. */
final class MediaPortTaken extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MediaPortTaken(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
