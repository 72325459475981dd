package parley.mediaserver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.token.SignedClaims;
import parley.mediaserver.token.TokenRefused;

/** Makes and reads access tokens (HS256 JWT, LiveKit's claims). Needs no running media server. */
public final class AccessTokens {
  private final SignedClaims signed;
  private final Clock clock;

  /** Signs with this key; the secret needs at least 32 bytes. */
  public AccessTokens(String apiKey, String apiSecret, Clock clock) {
    this.signed = new SignedClaims(apiKey, apiSecret, clock);
    this.clock = clock;
  }

  /** A signed token, valid from now for {@code validity}. */
  public String mint(AccessToken token, Duration validity) {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", signed.issuer());
    claims.put("sub", token.identity());
    claims.put("nbf", now);
    claims.put("iat", now);
    claims.put("exp", now + validity.toSeconds());
    claims.put("identity", token.identity());
    claims.put("kind", "standard");
    putIfFilled(claims, "name", token.name());
    putIfFilled(claims, "metadata", token.metadata());
    if (!token.attributes().isEmpty()) {
      claims.put("attributes", token.attributes());
    }
    claims.put("video", GrantClaims.write(token.room(), token.grants()));
    return signed.sign(claims);
  }

  /**
   * What a token says, once its signature and times hold.
   *
   * @throws TokenRefused when they do not
   */
  Verified verify(String token) throws TokenRefused {
    Map<String, Object> claims = signed.verify(token);
    Map<?, ?> video = claims.get("video") instanceof Map<?, ?> map ? map : Map.of();
    Object subject = claims.get("sub") instanceof String sub ? sub : claims.get("jti");
    AccessToken access =
        new AccessToken(
            text(subject),
            text(video.get("room")),
            text(claims.get("name")),
            text(claims.get("metadata")),
            texts(claims.get("attributes")),
            GrantClaims.read(video));
    Object issued = claims.getOrDefault("iat", claims.get("nbf"));
    Instant issuedAt =
        issued instanceof Number at ? Instant.ofEpochSecond(at.longValue()) : Instant.EPOCH;
    return new Verified(access, Boolean.TRUE.equals(video.get("roomJoin")), issuedAt);
  }

  /** A token that holds: what it says, whether it lets one join at all, and how old it is. */
  record Verified(AccessToken token, boolean mayJoin, Instant issuedAt) {}

  private static void putIfFilled(Map<String, Object> claims, String name, String value) {
    if (!value.isEmpty()) {
      claims.put(name, value);
    }
  }

  private static String text(@Nullable Object value) {
    return value instanceof String string ? string : "";
  }

  private static Map<String, String> texts(@Nullable Object value) {
    Map<String, String> texts = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, text) -> texts.put(String.valueOf(key), text(text)));
    }
    return texts;
  }
}
