package parley.app.media;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator the sentence instead of a stack trace. */
final class MediaPortTakenAnalyzer extends AbstractFailureAnalyzer<MediaPortTaken> {
  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, MediaPortTaken cause) {
    return new FailureAnalysis(cause.getMessage(), null, cause);
  }
}
