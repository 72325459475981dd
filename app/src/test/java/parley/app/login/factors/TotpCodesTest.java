package parley.app.login.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpCodesTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void knowsTheVectorsOfRfc6238AppendixB(long seconds, String code) {
    long step = TotpCodes.step(Instant.ofEpochSecond(seconds));
    assertThat(new TotpCodes(8).at(SECRET, step)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 755224",
    "1, 287082",
    "2, 359152",
    "3, 969429",
    "4, 338314",
    "5, 254676",
    "6, 287922",
    "7, 162583",
    "8, 399871",
    "9, 520489"
  })
  void knowsTheVectorsOfRfc4226AppendixD(long counter, String code) {
    assertThat(new TotpCodes(6).at(SECRET, counter)).isEqualTo(code);
  }
}
