package parley.mediaserver;

import java.time.Clock;
import java.time.Duration;

/** Makes access tokens (HS256 JWT, LiveKit's claims). Needs no running media server. */
public final class AccessTokens {
  private final String apiKey;
  private final String apiSecret;
  private final Clock clock;

  /** Signs with this key; the secret needs at least 32 characters. */
  public AccessTokens(String apiKey, String apiSecret, Clock clock) {
    this.apiKey = apiKey;
    this.apiSecret = apiSecret;
    this.clock = clock;
  }

  /** A signed token, valid from now for {@code validity}. */
  public String mint(AccessToken token, Duration validity) {
    throw new UnsupportedOperationException(apiKey + apiSecret.length() + clock + token + validity);
  }
}
