package parley.app.shared;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HmacTest {
  /** RFC 4231, test case 2. */
  @Test
  void signsAsTheVectorSays() {
    Hmac hmac = new Hmac("Jefe".getBytes(US_ASCII));
    String expected = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    for (int again = 0; again < 2; again++) {
      assertThat(HexFormat.of().formatHex(hmac.sign("what do ya want for nothing?")))
          .isEqualTo(expected);
    }
  }

  @Test
  void severalThreadsSignWithOneKey() {
    Hmac hmac = new Hmac(new byte[32]);
    List<String> alone =
        IntStream.range(0, 2000).mapToObj(i -> text(new Hmac(new byte[32]), i)).toList();
    List<String> together =
        IntStream.range(0, 2000).parallel().mapToObj(i -> text(hmac, i)).toList();
    assertThat(together).isEqualTo(alone);
  }

  private static String text(Hmac hmac, int number) {
    return HexFormat.of().formatHex(hmac.sign("message " + number));
  }
}
