package parley.app.notifications.push;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class PushEncryptionTest {
  private static final byte[] BROWSER_POINT =
      bytes(
          "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
  private static final byte[] AUTH = bytes("BTBZMqHH6r4Tts7J_aSIgg");

  /** RFC 8291 §5 and appendix A. */
  @Test
  void sealsAsTheExampleOfRfc8291() throws Exception {
    KeyPair ours =
        pair(
            "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8",
            "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw");
    byte[] sealed =
        PushEncryption.seal(
            "When I grow up, I want to be a watermelon".getBytes(UTF_8),
            BROWSER_POINT,
            AUTH,
            ours,
            bytes("DGv6ra1nlYgDCS1FRnbzlw"));
    assertThat(text(sealed))
        .isEqualTo(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
  }

  /** RFC 8188 §3.1. */
  @Test
  void encodesAsTheExampleOfRfc8188() throws Exception {
    byte[] encoded =
        PushEncryption.encode(
            "I am the walrus".getBytes(UTF_8),
            bytes("yqdlZ-tYemfogSmv7Ws5PQ"),
            bytes("I1BsxtFttlv3u_Oo94xnmw"),
            new byte[0]);
    assertThat(text(encoded))
        .isEqualTo("I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg");
  }

  /** RFC 8188 §3.2 has two records and padding, which the tests' browser understands. */
  @Test
  void theBrowserOfTheTestsReadsTheExamplesToo() throws Exception {
    assertThat(
            TestBrowser.decode(
                bytes(
                    "uNCkWiNYzKTnBN9ji3-qWAAAABkCYTHOG8chz_gnvgOqdGYovxyjuqRyJFjEDyoF1Fvkj6hQPdPHI51OEUKEpgz3SsLWIqS_uA"),
                bytes("BO3ZVPxUlnLORbVGMpbT1Q")))
        .isEqualTo("I am the walrus".getBytes(UTF_8));
  }

  @Test
  void everyMessageHasAKeyOfItsOwnAndOnlyTheBrowserReadsIt() throws Exception {
    var browser = new TestBrowser();
    byte[] words = "Design review".getBytes(UTF_8);
    byte[] once = PushEncryption.seal(words, browser.publicKey(), browser.authSecret());
    byte[] again = PushEncryption.seal(words, browser.publicKey(), browser.authSecret());
    assertThat(once).isNotEqualTo(again);
    assertThat(browser.read(once)).isEqualTo("Design review");
    assertThat(browser.read(again)).isEqualTo("Design review");
    assertThatExceptionOfType(GeneralSecurityException.class)
        .isThrownBy(() -> new TestBrowser().read(once));
  }

  @Test
  void whatIsNoPointOfTheCurveIsRefused() {
    byte[] off = BROWSER_POINT.clone();
    off[64] ^= 1;
    for (byte[] point : new byte[][] {off, new byte[65], new byte[0], new byte[64]}) {
      assertThatExceptionOfType(GeneralSecurityException.class)
          .isThrownBy(() -> PushEncryption.seal(new byte[1], point, AUTH));
    }
  }

  @Test
  void oneRecordHoldsTheMostThatServicesTake() throws Exception {
    var browser = new TestBrowser();
    byte[] most = new byte[PushNote.MOST_BYTES];
    byte[] sealed = PushEncryption.seal(most, browser.publicKey(), browser.authSecret());
    assertThat(sealed).hasSizeLessThanOrEqualTo(4096);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PushEncryption.seal(new byte[4090], browser.publicKey(), browser.authSecret()));
  }

  static KeyPair pair(String point, String secret) throws GeneralSecurityException {
    ECPublicKey open = P256.read(bytes(point));
    var hidden =
        (ECPrivateKey)
            KeyFactory.getInstance("EC")
                .generatePrivate(
                    new ECPrivateKeySpec(new BigInteger(1, bytes(secret)), open.getParams()));
    return new KeyPair(open, hidden);
  }

  static byte[] bytes(String base64) {
    return Base64.getUrlDecoder().decode(base64);
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
