package parley.app.notifications.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PushSignatureTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern FORM =
      Pattern.compile("vapid t=([\\w-]+)\\.([\\w-]+)\\.([\\w-]+), k=([\\w-]+)");

  /** RFC 8292 §2.4: what we check ours with takes the example, and not one with a byte changed. */
  @Test
  void theCheckOfTheTestsTakesTheExampleOfRfc8292() throws Exception {
    String example =
        "vapid t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA, k=BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs";
    assertThat(isSigned(example)).isTrue();
    assertThat(isSigned(example.replace("i3CYb7", "i3CYb8"))).isFalse();
    assertThat(claims(example).path("aud").asString()).isEqualTo("https://push.example.net");
  }

  static JsonNode claims(String header) {
    Matcher form = match(header);
    return JSON.readTree(Base64.getUrlDecoder().decode(form.group(2)));
  }

  static String key(String header) {
    return match(header).group(4);
  }

  static boolean isSigned(String header) throws Exception {
    Matcher form = match(header);
    PublicKey key = P256.read(Base64.getUrlDecoder().decode(form.group(4)));
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(key);
    signature.update((form.group(1) + "." + form.group(2)).getBytes(UTF_8));
    return signature.verify(Base64.getUrlDecoder().decode(form.group(3)));
  }

  private static Matcher match(String header) {
    Matcher form = FORM.matcher(header);
    assertThat(form.matches()).as(header).isTrue();
    return form;
  }
}
