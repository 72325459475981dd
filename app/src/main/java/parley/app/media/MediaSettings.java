package parley.app.media;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code parley.media}.
 *
 * @param engine which engine carries the media; {@code embedded} is the only one yet
 * @param udpPort for everybody's sound and pictures; 0 picks a free one
 * @param tcpPort for those whose network has no UDP; 0 picks a free one, −1 opens none
 * @param addresses what clients are told to reach those ports at; empty: every address of this
 *     machine
 * @param apiKey names the key that tokens are signed with; null: made at first start
 * @param apiSecret the key itself, at least 32 characters; null: made at first start
 */
@ConfigurationProperties("parley.media")
record MediaSettings(
    @DefaultValue("embedded") String engine,
    @DefaultValue("7882") int udpPort,
    @DefaultValue("7881") int tcpPort,
    @DefaultValue List<InetAddress> addresses,
    @Nullable String apiKey,
    @Nullable String apiSecret) {

  MediaSettings {
    if (!engine.equals("embedded")) {
      throw new IllegalArgumentException(
          "parley.media.engine: '" + engine + "' is not available; use 'embedded'");
    }
    if ((apiKey == null) != (apiSecret == null)) {
      throw new IllegalArgumentException(
          "parley.media.api-key and parley.media.api-secret go together: set both or none");
    }
  }

  @Override
  public String toString() {
    return "MediaSettings[udpPort=" + udpPort + ", tcpPort=" + tcpPort + "]";
  }
}
