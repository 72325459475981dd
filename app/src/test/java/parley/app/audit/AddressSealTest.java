package parley.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.app.shared.ClientAddress;

class AddressSealTest {
  private final AddressSeal seal = new AddressSeal(purpose -> filled((byte) 1));

  @ParameterizedTest
  @ValueSource(strings = {"192.0.2.77", "2001:db8:1:2:3:4:5:6"})
  void opensOnlyWithItsKeyAndOnlyUnaltered(String address) {
    byte[] sealed = seal.seal(ClientAddress.of(address));
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(address);
    assertThat(seal.open(sealed)).isEqualTo(ClientAddress.of(address));
    assertThat(seal.seal(ClientAddress.of(address))).isNotEqualTo(sealed);
    var another = new AddressSeal(purpose -> filled((byte) 2));
    assertThatIllegalArgumentException().isThrownBy(() -> another.open(sealed));
    for (int i = 0; i < sealed.length; i++) {
      byte[] altered = sealed.clone();
      altered[i] ^= 1;
      assertThatIllegalArgumentException().isThrownBy(() -> seal.open(altered));
    }
    assertThatIllegalArgumentException().isThrownBy(() -> seal.open(new byte[5]));
  }

  private static byte[] filled(byte value) {
    byte[] key = new byte[32];
    Arrays.fill(key, value);
    return key;
  }
}
