package parley.app.login.social;

import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.time.Duration;

/**
 * How providers are asked: with an end to patience, and never somewhere else than where they are.
 */
final class ProviderHttp {
  static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Of a document of keys or of discovery, in bytes. */
  static final int LONGEST_DOCUMENT = 256 * 1024;

  private ProviderHttp() {}

  static int patienceMillis() {
    return Math.toIntExact(PATIENCE.toMillis());
  }

  static HTTPResponse send(HTTPRequest request) throws IOException {
    request.setConnectTimeout(patienceMillis());
    request.setReadTimeout(patienceMillis());
    request.setFollowRedirects(false);
    return request.send();
  }
}
