package parley.app.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientAddressTest {
  @Test
  void keepsTheNetworkOnly() {
    assertThat(ClientAddress.of("192.0.2.77").network()).isEqualTo("192.0.2.0/24");
    assertThat(ClientAddress.of("2001:db8:aaaa:bbbb::1").network())
        .isEqualTo("2001:db8:aaaa:0:0:0:0:0/48");
  }

  @Test
  void countsAnIpv6SubscriberAsOne() {
    String one = ClientAddress.of("2001:db8:1:2::1").limitKey();
    assertThat(ClientAddress.of("2001:db8:1:2:ffff::9").limitKey()).isEqualTo(one);
    assertThat(ClientAddress.of("2001:db8:1:3::1").limitKey()).isNotEqualTo(one);
  }
}
