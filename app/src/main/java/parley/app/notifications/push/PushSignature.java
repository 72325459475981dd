package parley.app.notifications.push;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.springframework.stereotype.Component;
import parley.app.shared.PublicUrl;
import tools.jackson.databind.json.JsonMapper;

/** Tells a push service who pushes: a short-lived token, signed (RFC 8292 §2 and §3). */
@Component
class PushSignature {
  /** At most a day is allowed. */
  private static final Duration VALID_FOR = Duration.ofHours(12);

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final String HEADER =
      BASE64.encodeToString("{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(UTF_8));

  private final PushKeys keys;
  private final JsonMapper json;
  private final Clock clock;
  private final String contact;

  PushSignature(
      PushKeys keys, JsonMapper json, Clock clock, PushSettings settings, PublicUrl publicUrl) {
    this.keys = keys;
    this.json = json;
    this.clock = clock;
    String set = settings.contact();
    String own =
        publicUrl.isSecure()
            ? publicUrl.base()
            : "mailto:no-reply@" + publicUrl.page("/").getHost();
    this.contact = set == null || set.isBlank() ? own : set;
  }

  /** The point of the public key, in base64url: what a page subscribes with. */
  String publicKey() {
    return publicKey(keys.pair());
  }

  /** The value of {@code Authorization} for a push to this endpoint. */
  String header(URI endpoint) throws GeneralSecurityException {
    KeyPair pair = keys.pair();
    String claims =
        json.createObjectNode()
            .put("aud", endpoint.getScheme() + "://" + endpoint.getRawAuthority())
            .put("exp", clock.instant().plus(VALID_FOR).getEpochSecond())
            .put("sub", contact)
            .toString();
    String signed = HEADER + "." + BASE64.encodeToString(claims.getBytes(UTF_8));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initSign(pair.getPrivate());
    signature.update(signed.getBytes(UTF_8));
    return String.format(
        Locale.ROOT,
        "vapid t=%s.%s, k=%s",
        signed,
        BASE64.encodeToString(signature.sign()),
        publicKey(pair));
  }

  private static String publicKey(KeyPair pair) {
    return BASE64.encodeToString(P256.write((ECPublicKey) pair.getPublic()));
  }
}
