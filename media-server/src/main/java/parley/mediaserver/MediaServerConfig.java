package parley.mediaserver;

import parley.sfu.SfuConfig;

/**
 * How a media server runs.
 *
 * @param sfu where media is heard
 * @param apiKey names the key that signs tokens ({@code iss})
 * @param apiSecret the key itself, at least 32 characters
 * @param lifetimes how long it waits for what
 * @param autoCreateRooms whether a valid token makes a missing room; needed for clients that come
 *     back after a restart
 */
public record MediaServerConfig(
    SfuConfig sfu, String apiKey, String apiSecret, Lifetimes lifetimes, boolean autoCreateRooms) {

  public MediaServerConfig {
    if (apiKey.isBlank() || apiSecret.length() < 32) {
      throw new IllegalArgumentException("an API key and a secret of 32 characters are needed");
    }
  }

  @Override
  public String toString() {
    return "MediaServerConfig[apiKey=" + apiKey + "]";
  }
}
