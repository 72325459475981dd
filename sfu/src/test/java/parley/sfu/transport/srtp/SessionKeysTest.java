package parley.sfu.transport.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** RFC 3711 appendix B.3. */
class SessionKeysTest {
  private static final HexFormat HEX = HexFormat.of();
  private static final MasterKey MASTER =
      new MasterKey(
          HEX.parseHex("e1f97a0d3e018be0d64fa32c06de4139"),
          HEX.parseHex("0ec675ad498afeebb6960b3aabe6"));

  @Test
  void derivesTheSampleKeys() {
    SessionKeys keys = SessionKeys.forRtp(MASTER);
    assertThat(HEX.formatHex(keys.cipher())).isEqualTo("c61e7a93744f39ee10734afe3ff7a087");
    assertThat(HEX.formatHex(keys.salt())).isEqualTo("30cbbc08863d8c85d49db34a9ae1");
    assertThat(HEX.formatHex(SessionKeys.derive(MASTER, 1, 94)))
        .isEqualTo(
            "cebe321f6ff7716b6fd4ab49af256a156d38baa48f0a0acf3c34e2359e6cdbcee049646c43d9327a"
                + "d175578ef72270986371c10c9a369ac2f94a8c5fbcdddc256d6e919a48b610ef17c2041e47403576"
                + "6b68642c59bbfc2f34db60dbdfb2");
  }

  @Test
  void cutsWhatDtlsExported() {
    byte[] exported = new byte[SrtpProfile.AES_128_GCM.exportLength()];
    for (int i = 0; i < exported.length; i++) {
      exported[i] = (byte) i;
    }
    MasterKey client = MasterKey.ofClient(SrtpProfile.AES_128_GCM, exported);
    MasterKey server = MasterKey.ofServer(SrtpProfile.AES_128_GCM, exported);
    assertThat(client.key()).startsWith(0).endsWith(15);
    assertThat(server.key()).startsWith(16).endsWith(31);
    assertThat(client.salt()).startsWith(32).endsWith(43);
    assertThat(server.salt()).startsWith(44).endsWith(55);
  }

  @Test
  void prefersGcm() {
    assertThat(SrtpProfile.best(new int[] {1, 8, 7})).isEqualTo(SrtpProfile.AES_128_GCM);
    assertThat(SrtpProfile.best(new int[] {2, 1})).isEqualTo(SrtpProfile.AES_128_CM_SHA1_80);
    assertThat(SrtpProfile.best(new int[] {2})).isNull();
  }
}
