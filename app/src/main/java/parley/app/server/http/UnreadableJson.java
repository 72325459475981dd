package parley.app.server.http;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.converter.HttpMessageNotReadableException;
import parley.app.server.json.UnfitValue;
import parley.app.shared.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;

/**
 * What is wrong with a body that could not be read, in words that repeat nothing of it but names of
 * fields.
 */
final class UnreadableJson {
  private UnreadableJson() {}

  static Refusal refusal(HttpMessageNotReadableException e) {
    // Of the body itself: too large, too slow.
    if (e.getRootCause() instanceof Refusal refusal) {
      return refusal;
    }
    Throwable cause = e.getCause();
    if (cause instanceof StreamReadException) {
      return new Refusal(400, "malformed_json", "The request is not readable JSON.");
    }
    if (cause instanceof DatabindException mismatch && !mismatch.getPath().isEmpty()) {
      String field = path(mismatch.getPath());
      return Refusal.invalid(
          field,
          mismatch instanceof UnfitValue
              ? mismatch.getOriginalMessage()
              : field + " has a value of the wrong kind.");
    }
    return new Refusal(400, "malformed_json", "The request needs a body of readable JSON.");
  }

  private static String path(List<JacksonException.Reference> path) {
    return path.stream()
        .map(step ->
            step.getPropertyName() == null
                ? String.valueOf(step.getIndex())
                : step.getPropertyName())
        .collect(Collectors.joining("."));
  }
}
