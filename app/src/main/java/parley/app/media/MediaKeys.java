package parley.app.media;

import org.springframework.stereotype.Component;
import parley.app.shared.SecretKeys;

/**
 * The key that media tokens are signed with. The same at every start, so tokens outlive a restart.
 */
@Component
class MediaKeys {
  private static final int NAME_LENGTH = 12;

  private final String apiKey;
  private final String apiSecret;

  MediaKeys(MediaSettings settings, SecretKeys keys) {
    String key = settings.apiKey();
    String secret = settings.apiSecret();
    if (key != null && secret != null) {
      this.apiKey = key;
      this.apiSecret = secret;
    } else {
      this.apiKey = "API" + keys.text("media api key").substring(0, NAME_LENGTH);
      this.apiSecret = keys.text("media api secret");
    }
  }

  /** Names the key in tokens ({@code iss}). */
  String apiKey() {
    return apiKey;
  }

  String apiSecret() {
    return apiSecret;
  }
}
