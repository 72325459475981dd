package parley.app.server.keys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DerivedKeysTest {
  @Test
  void isTheSameForTheSamePurposeAndSecretOnly() {
    DerivedKeys keys = new DerivedKeys(new byte[32]);
    assertThat(keys.bytes("join links"))
        .hasSize(32)
        .isEqualTo(new DerivedKeys(new byte[32]).bytes("join links"));
    assertThat(keys.bytes("addresses")).isNotEqualTo(keys.bytes("join links"));
    assertThat(new DerivedKeys(new byte[] {1}).bytes("join links"))
        .isNotEqualTo(keys.bytes("join links"));
  }
}
