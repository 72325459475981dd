package parley.mediaserver.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Signs and verifies claims with one named key. The algorithm is pinned: what the header says is
 * compared, never obeyed, and a header with anything but {@code alg} and {@code typ} (kid, jwk,
 * jku, crit…) is refused.
 */
public final class SignedClaims {
  /** Clocks of client, platform and server may differ by this much. */
  public static final long LEEWAY_SECONDS = 60;

  /** The end of the year 9999. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private static final int MAX_TOKEN_CHARACTERS = 512 * 1024;
  private static final Set<String> HEADER = Set.of("alg", "typ");

  private final String issuer;
  private final byte[] secret;
  private final Clock clock;

  /** Uses this key; {@code secret} needs at least 32 bytes. */
  public SignedClaims(String issuer, String secret, Clock clock) {
    this.issuer = issuer;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
    if (this.secret.length < 32) {
      throw new IllegalArgumentException("the secret needs at least 32 bytes");
    }
  }

  /** The key's name, the {@code iss} of what is signed. */
  public String issuer() {
    return issuer;
  }

  /** The signed compact form. {@code claims} must hold JSON values. */
  public String sign(Map<String, Object> claims) {
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();
    JWSObject object = new JWSObject(header, new Payload(claims));
    try {
      object.sign(new MACSigner(secret));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return object.serialize();
  }

  /**
   * The claims of a token that this key signed and that is valid now.
   *
   * @throws TokenRefused when any of that is not so
   */
  public Map<String, Object> verify(String token) throws TokenRefused {
    JWSObject object = parse(token);
    requireHeader(object.getHeader());
    Map<String, Object> claims = object.getPayload().toJSONObject();
    if (claims == null) {
      throw new TokenRefused("invalid authorization token");
    }
    requireIssuer(claims);
    requireSignature(object);
    requireValidNow(claims);
    return claims;
  }

  private static JWSObject parse(String token) throws TokenRefused {
    if (token.length() > MAX_TOKEN_CHARACTERS) {
      throw new TokenRefused("invalid authorization token");
    }
    try {
      return JWSObject.parse(token);
    } catch (ParseException | RuntimeException e) { // the library throws NPE on some nonsense
      throw new TokenRefused("invalid authorization token");
    }
  }

  private static void requireHeader(JWSHeader header) throws TokenRefused {
    if (!JWSAlgorithm.HS256.equals(header.getAlgorithm())) {
      throw new TokenRefused("invalid token: signing method is not HS256");
    }
    if (!HEADER.containsAll(header.toJSONObject().keySet())) {
      throw new TokenRefused("invalid token: unexpected header");
    }
  }

  private void requireIssuer(Map<String, Object> claims) throws TokenRefused {
    if (!issuer.equals(claims.get("iss"))) {
      throw new TokenRefused("invalid API key");
    }
  }

  private void requireSignature(JWSObject object) throws TokenRefused {
    try {
      if (object.verify(new MACVerifier(secret))) {
        return;
      }
    } catch (JOSEException e) {
      // falls through: a signature that cannot be checked does not hold
    }
    throw new TokenRefused("invalid token: signature is invalid");
  }

  private void requireValidNow(Map<String, Object> claims) throws TokenRefused {
    long now = clock.instant().getEpochSecond();
    Long expiry = time(claims, "exp");
    Long notBefore = time(claims, "nbf");
    time(claims, "iat");
    if (expiry == null) {
      throw new TokenRefused("invalid token: exp is missing");
    }
    if (now >= expiry + LEEWAY_SECONDS) {
      throw new TokenRefused("invalid token: token is expired");
    }
    if (notBefore != null && now < notBefore - LEEWAY_SECONDS) {
      throw new TokenRefused("invalid token: token is not valid yet");
    }
  }

  /** A NumericDate (RFC 7519 §2) that a clock can show; null when it is not there. */
  private static @Nullable Long time(Map<String, Object> claims, String name) throws TokenRefused {
    Object claim = claims.get(name);
    if (claim == null) {
      return null;
    }
    double seconds = claim instanceof Number number ? number.doubleValue() : -1;
    if (!(seconds >= 0 && seconds <= LAST_SECOND)) {
      throw new TokenRefused("invalid token: " + name + " is not a time");
    }
    return (long) seconds;
  }
}
