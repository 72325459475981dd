package parley.sfu.transport.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import parley.sfu.packet.PacketBuffer;
import parley.sfu.packet.PacketPool;

/**
 * The packets of RFC 7714 §16 and §17 with the session keys given there, by every implementation of
 * the cipher.
 */
class PacketCipherTest {
  private static final String KEY_256 =
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
  private static final String KEY_128 = KEY_256.substring(0, 32);
  private static final byte[] SALT = HexFormat.of().parseHex("517569642070726f2071756f");
  private static final String RTP_HEADER = "8040f17b8041f8d35501a0b2";
  private static final String RTP =
      RTP_HEADER + "47616c6c696120657374206f6d6e69732064697669736120696e207061727465732074726573";
  private static final String SRTP_128 =
      RTP_HEADER
          + "f24de3a3fb34de6cacba861c9d7e4bcabe633bd50d294e6f42a5f47a51c7d19b36de3adf8833"
          + "899d7f27beb16a9152cf765ee4390cce";
  private static final String SRTP_256 =
      RTP_HEADER
          + "32b1de78a822fe12ef9f78fa332e33aab18012389a58e2f3b50b2a0276ffae0f1ba63799b87b"
          + "7aa3db36dfffd6b0f9bb7878d7a76c13";
  private static final String RTCP =
      "81c8000d4d6172734e5450314e545032525450200000042a0000e9304c756e61"
          + "deadbeefdeadbeefdeadbeefdeadbeefdeadbeef";
  private static final String SRTCP_128 =
      "81c8000d4d61727363e94885dcdab67ca727d7662f6b7e997ff5c0f76c06f32dc676a5f1730d6fda"
          + "4ce09b4686303ded0bb9275bc84aa45896cf4d2fc5abf87245d9eade800005d4";
  private static final String SRTCP_256 =
      "81c8000d4d617273d50ae4d1f5ce5d304ba297e47d470c282c3ece5dbffe0a50a2eaa5c1110555be"
          + "8415f658c61de0476f1b6fad1d1eb30c4446839f57ff6f6cb26ac3be800005d4";

  private final PacketPool pool = new PacketPool(64);

  static Stream<Arguments> samples() {
    return CipherSources.all()
        .flatMap(source ->
            Stream.of(
                Arguments.of(source, SrtpProfile.AES_128_GCM, KEY_128, SRTP_128, SRTCP_128),
                Arguments.of(source, SrtpProfile.AES_256_GCM, KEY_256, SRTP_256, SRTCP_256)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sealsAndOpensTheSamples(
      CipherSource source, SrtpProfile profile, String key, String srtp, String srtcp) {
    SessionKeys keys = new SessionKeys(HexFormat.of().parseHex(key), new byte[20], SALT);
    try (PacketCipher cipher = source.create(profile, keys, keys)) {
      PacketBuffer packet = buffer(RTP);
      int payload = packet.length() - 12;
      packet.window(packet.offset(), 12);
      cipher.sealRtp(packet, packet, packet.offset() + 12, payload, 0xf17b);
      assertThat(hex(packet)).isEqualTo(srtp);
      assertThat(cipher.openRtp(packet, 12, 0xf17b)).isTrue();
      assertThat(hex(packet)).isEqualTo(RTP);

      PacketBuffer compound = buffer(RTCP);
      cipher.sealRtcp(compound, 0x5d4);
      assertThat(hex(compound)).isEqualTo(srtcp);
      assertThat(cipher.rtcpIndexWord(compound)).isEqualTo(0x800005d4);
      assertThat(cipher.openRtcp(compound, 0x800005d4)).isTrue();
      assertThat(hex(compound)).isEqualTo(RTCP);
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void refusesEveryForgedByte(
      CipherSource source, SrtpProfile profile, String key, String srtp, String srtcp) {
    SessionKeys keys = new SessionKeys(HexFormat.of().parseHex(key), new byte[20], SALT);
    try (PacketCipher cipher = source.create(profile, keys, keys)) {
      for (int i = 0; i < srtp.length() / 2; i++) {
        PacketBuffer forged = buffer(srtp);
        flip(forged, i);
        assertThat(cipher.openRtp(forged, 12, 0xf17b)).as("byte %d", i).isFalse();
        forged.release();
      }
      for (int i = 0; i < srtcp.length() / 2; i++) {
        PacketBuffer forged = buffer(srtcp);
        flip(forged, i);
        int word = cipher.rtcpIndexWord(forged);
        assertThat(cipher.openRtcp(forged, word)).as("byte %d", i).isFalse();
        forged.release();
      }
    }
  }

  private static void flip(PacketBuffer packet, int i) {
    int at = packet.offset() + i;
    packet.bytes().put(at, (byte) (packet.bytes().get(at) ^ 0x10));
  }

  private PacketBuffer buffer(String hex) {
    PacketBuffer packet = Objects.requireNonNull(pool.take());
    byte[] bytes = HexFormat.of().parseHex(hex);
    packet.bytes().put(packet.offset(), bytes);
    packet.window(packet.offset(), bytes.length);
    return packet;
  }

  private static String hex(PacketBuffer packet) {
    byte[] bytes = new byte[packet.length()];
    packet.bytes().get(packet.offset(), bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
