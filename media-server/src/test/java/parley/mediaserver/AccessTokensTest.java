package parley.mediaserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.mediaserver.token.TokenRefused;

class AccessTokensTest {
  private static final String SECRET = "a secret of at least thirty-two bytes";
  private static final Instant NOW = Instant.ofEpochSecond(1_795_407_092);
  private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
  private static final String CLAIMS =
      claims("key", NOW.getEpochSecond() + 600, NOW.getEpochSecond());

  private final AccessTokens tokens = new AccessTokens("key", SECRET, CLOCK);

  @Test
  void readsWhatItMinted() throws TokenRefused {
    Grants grants = new Grants(true, Set.of(TrackSource.MICROPHONE), false, false, true, true);
    AccessToken token =
        new AccessToken("anna", "demo", "Anna", "meta", Map.of("role", "host"), grants);
    AccessTokens.Verified verified = tokens.verify(tokens.mint(token, Duration.ofMinutes(10)));
    assertThat(verified.token()).isEqualTo(token);
    assertThat(verified.mayJoin()).isTrue();
    assertThat(verified.issuedAt()).isEqualTo(NOW);
  }

  @Test
  void readsATokenOfLiveKitsOwnSdk() throws TokenRefused {
    AccessTokens.Verified verified = tokens.verify(hs256("{\"alg\":\"HS256\"}", CLAIMS));
    assertThat(verified.token().room()).isEqualTo("demo");
    assertThat(verified.token().grants()).isEqualTo(Grants.standard());
  }

  @Test
  void absentDataGrantFollowsPublish() throws TokenRefused {
    String claims = CLAIMS.replace("\"room\":", "\"canPublish\":false,\"room\":");
    Grants grants = tokens.verify(hs256("{\"alg\":\"HS256\"}", claims)).token().grants();
    assertThat(grants.canPublish()).isFalse();
    assertThat(grants.canPublishData()).isFalse();
    assertThat(grants.canSubscribe()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"true\"", "1", "{}", "[]"})
  void aGrantThatIsNoBooleanAllowsNothing(String value) throws TokenRefused {
    String claims = CLAIMS.replace("\"room\":", "\"canPublish\":" + value + ",\"room\":");
    assertThat(tokens.verify(hs256("{\"alg\":\"HS256\"}", claims)).token().grants().canPublish())
        .isFalse();
  }

  @Test
  void unknownSourcesDoNotMeanAllSources() throws TokenRefused {
    String claims = CLAIMS.replace("\"room\":", "\"canPublishSources\":[\"hologram\"],\"room\":");
    Grants grants = tokens.verify(hs256("{\"alg\":\"HS256\"}", claims)).token().grants();
    assertThat(grants.mayPublish(TrackSource.CAMERA)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alg\":\"none\"}",
        "{\"alg\":\"None\"}",
        "{\"alg\":\"HS512\"}",
        "{\"alg\":\"RS256\"}",
        "{\"alg\":\"ES256\"}",
        "{\"typ\":\"JWT\"}",
        "{\"alg\":\"HS256\",\"kid\":\"../../dev/null\"}",
        "{\"alg\":\"HS256\",\"jku\":\"https://example.org\"}",
        "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"AA\"}}",
        "{\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}",
        "[]",
        "null",
        ""
      })
  void refusesOtherHeadersEvenIfSigned(String header) {
    refused(hs256(header, CLAIMS));
  }

  @Test
  void refusesAnUnsignedToken() {
    refused(part("{\"alg\":\"none\"}") + "." + part(CLAIMS) + ".");
    refused(part("{\"alg\":\"HS256\"}") + "." + part(CLAIMS) + ".");
    refused(part("{\"alg\":\"HS256\"}") + "." + part(CLAIMS));
  }

  @Test
  void refusesAnotherKey() {
    refused(sign("{\"alg\":\"HS256\"}", CLAIMS, "another secret of thirty-two bytes!!"));
  }

  @Test
  void refusesAnEmptyKey() {
    assertThatThrownBy(() -> new AccessTokens("key", "", CLOCK))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new AccessTokens("key", "short", CLOCK))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesChangedClaims() {
    String[] parts = hs256("{\"alg\":\"HS256\"}", CLAIMS).split("\\.");
    String forged = CLAIMS.replace("\"demo\"", "\"other\"");
    refused(parts[0] + "." + part(forged) + "." + parts[2]);
  }

  @Test
  void refusesAnotherIssuer() {
    long now = NOW.getEpochSecond();
    refused(hs256("{\"alg\":\"HS256\"}", claims("otherkey", now + 600, now)));
  }

  @Test
  void refusesATokenWithoutExpiry() {
    refused(hs256("{\"alg\":\"HS256\"}", CLAIMS.replaceFirst("\"exp\":\\d+,", "")));
    refused(hs256("{\"alg\":\"HS256\"}", CLAIMS.replaceFirst("\"exp\":\\d+", "\"exp\":\"never\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1e300", "-1e300", "-1", "1e19", "253402300800", "\"1\"", "[]", "{}", "true"})
  void refusesTimesThatAreNone(String time) {
    for (String claim : List.of("iat", "nbf", "exp")) {
      String claims = CLAIMS.replaceFirst("\"" + claim + "\":\\d+,", "");
      String odd = "{\"" + claim + "\":" + time + "," + claims.substring(1);
      assertThatThrownBy(() -> tokens.verify(hs256("{\"alg\":\"HS256\"}", odd)))
          .isInstanceOf(TokenRefused.class)
          .hasMessage("invalid token: " + claim + " is not a time");
    }
  }

  @Test
  void allowsAMinuteForClocksThatDiffer() throws TokenRefused {
    long now = NOW.getEpochSecond();
    assertThat(tokens.verify(hs256("{\"alg\":\"HS256\"}", claims("key", now - 59, now - 99))))
        .isNotNull();
    refused(hs256("{\"alg\":\"HS256\"}", claims("key", now - 60, now - 99)));
    assertThat(tokens.verify(hs256("{\"alg\":\"HS256\"}", claims("key", now + 600, now + 60))))
        .isNotNull();
    refused(hs256("{\"alg\":\"HS256\"}", claims("key", now + 600, now + 61)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "not a JWT", "a.b.c", "a.b.c.d", "ä.ö.ü"})
  void refusesWhatIsNoToken(String token) {
    refused(token);
  }

  @Test
  void aTokenWithoutRoomJoinMayNotJoin() throws TokenRefused {
    String claims = CLAIMS.replace("\"roomJoin\":true", "\"roomJoin\":false");
    assertThat(tokens.verify(hs256("{\"alg\":\"HS256\"}", claims)).mayJoin()).isFalse();
  }

  private void refused(String token) {
    assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(TokenRefused.class);
  }

  private static String claims(String issuer, long expiry, long notBefore) {
    return String.format(
        Locale.ROOT,
        "{\"iss\":\"%s\",\"sub\":\"anna\",\"exp\":%d,\"nbf\":%d,\"video\":{\"roomJoin\":true,\"room\":\"demo\"}}",
        issuer,
        expiry,
        notBefore);
  }

  private static String hs256(String header, String claims) {
    return sign(header, claims, SECRET);
  }

  private static String sign(String header, String claims, String secret) {
    String signed = part(header) + "." + part(claims);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
