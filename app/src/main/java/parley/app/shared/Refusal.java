package parley.app.shared;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An expected no. It carries what a program reads (a stable code and an HTTP status) and what a
 * person reads (one sentence), and reaches the client as a problem document (RFC 9457). It is not
 * an error: nothing is logged.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<FieldError> errors;
  private final transient @Nullable Duration retryAfter;
  private final transient Map<String, Object> more;

  /** One wrong field of a request: its name in the JSON and what is wrong, as a sentence. */
  public record FieldError(String field, String detail) {}

  /**
   * @param status HTTP status, 400 to 599
   * @param code stable, lower case with underscores; clients decide by it
   * @param sentence shown to people; names no secret
   */
  public Refusal(int status, String code, String sentence) {
    this(status, code, sentence, List.of(), null, Map.of());
  }

  /**
   * @param more what a program needs besides the code to go on; members of the problem document
   *     (RFC 9457 §3.2)
   */
  public Refusal(int status, String code, String sentence, Map<String, Object> more) {
    this(status, code, sentence, List.of(), null, more);
  }

  private Refusal(
      int status,
      String code,
      String sentence,
      List<FieldError> errors,
      @Nullable Duration retryAfter,
      Map<String, Object> more) {
    super(sentence, null, false, false);
    this.status = status;
    this.code = code;
    this.errors = List.copyOf(errors);
    this.retryAfter = retryAfter;
    this.more = Map.copyOf(more);
  }

  /** 401 {@code not_logged_in}. */
  public static Refusal notLoggedIn() {
    return new Refusal(401, "not_logged_in", "Log in first.");
  }

  /** 404 {@code not_found}: also said of what exists but may not be known to the asker. */
  public static Refusal notFound() {
    return new Refusal(404, "not_found", "There is nothing here.");
  }

  /** 403 {@code not_allowed}. */
  public static Refusal notAllowed() {
    return new Refusal(403, "not_allowed", "You may not do this.");
  }

  /** 400 {@code invalid_request} with the wrong fields. */
  public static Refusal invalid(List<FieldError> errors) {
    String sentence = errors.isEmpty() ? "The request is not valid." : errors.getFirst().detail();
    return new Refusal(400, "invalid_request", sentence, errors, null, Map.of());
  }

  /** 400 {@code invalid_request} for one wrong field. */
  public static Refusal invalid(String field, String sentence) {
    return invalid(List.of(new FieldError(field, sentence)));
  }

  /** 429 {@code too_many_requests}, with a {@code Retry-After} header rounded up to a second. */
  public static Refusal tooManyRequests(Duration retryAfter) {
    return new Refusal(
        429,
        "too_many_requests",
        "Too many tries. Wait a moment, then try again.",
        List.of(),
        retryAfter,
        Map.of());
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  /** What a person reads. */
  public String sentence() {
    return String.valueOf(getMessage());
  }

  public List<FieldError> errors() {
    return errors;
  }

  /** Members of the problem document besides the usual ones. */
  public Map<String, Object> more() {
    return more;
  }

  /** How long to wait before another try, or null where waiting does not help. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
