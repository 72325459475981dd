package parley.app.server.http;

import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.security.web.firewall.RequestRejectedException;
import parley.app.shared.Refusal;

/**
 * Tells a request that nobody can make sense of from an error of ours. Libraries throw at whoever
 * happens to look first, so both may come from anywhere.
 */
final class StrangeRequests {
  private static final int DEEPEST = 8;

  private StrangeRequests() {}

  /** What to answer, if it is the request that is wrong. */
  static Optional<Refusal> refusal(Throwable failure) {
    @Nullable Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      Optional<Refusal> found = of(cause);
      if (found.isPresent()) {
        return found;
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  private static Optional<Refusal> of(Throwable cause) {
    return switch (cause) {
      case Refusal refusal -> Optional.of(refusal);
      case InvalidParameterException parameter ->
          Optional.of(ByStatus.refusal(parameter.getErrorCode()));
      case RequestRejectedException _ -> Optional.of(ByStatus.refusal(400));
      case InvalidMediaTypeException _ -> Optional.of(ByStatus.refusal(415));
      default -> Optional.empty();
    };
  }
}
