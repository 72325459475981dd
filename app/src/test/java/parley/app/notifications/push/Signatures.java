package parley.app.notifications.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** What a push service asks of the signature of a push (RFC 8292 §2). */
public final class Signatures {
  private Signatures() {}

  public static void check(String header, String service, Instant now) throws Exception {
    assertThat(PushSignatureTest.isSigned(header)).isTrue();
    JsonNode claims = PushSignatureTest.claims(header);
    assertThat(claims.path("aud").asString() + "/").isEqualTo(service);
    assertThat(claims.path("exp").asLong())
        .isBetween(now.getEpochSecond() + 1, now.getEpochSecond() + 86_400);
    assertThat(claims.path("sub").asString()).startsWith("mailto:");
  }
}
