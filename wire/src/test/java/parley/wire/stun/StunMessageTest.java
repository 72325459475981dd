package parley.wire.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The messages of RFC 5769, read and written. */
class StunMessageTest {
  static final String REQUEST =
      "000100582112a442b7e7a701bc34d686fa87dfae802200105354554e207465737420636c69656e74"
          + "002400046e0001ff80290008932ff9b151263b36000600096576746a3a68367659202020"
          + "000800149aeaa70cbfd8cb56781ef2b5b2d3f249c1b571a280280004e57a3bcf";
  static final String RESPONSE_IPV4 =
      "0101003c2112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220"
          + "002000080001a147e112a643000800142b91f599fd9e90c38c7489f92af9ba53f06be7d7"
          + "80280004c07d4c96";
  static final String RESPONSE_IPV6 =
      "010100482112a442b7e7a701bc34d686fa87dfae8022000b7465737420766563746f7220"
          + "002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d900080014a382954e4be67bf1"
          + "1784c97c8292c275bfe3ed4180280004c8fb0b4c";
  static final String LONG_TERM =
      "000100602112a44278ad3433c6ad72c029da412e00060012e3839ee38388e383aae38383e382afe382b9"
          + "00000015001c662f2f3439396b39353464364f4c33346f4c394653547679363473410014000b"
          + "6578616d706c652e6f72670000080014f67024656dd64a3e02b8e0712e85c9a28ca89666";
  static final StunIntegrity KEY = StunIntegrity.shortTerm("VOkJxbRl1RmTxUk/WvJxBt");

  private final StunMessage message = new StunMessage();

  private void read(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    ByteBuffer shifted = ByteBuffer.allocateDirect(bytes.length + 7).put(5, bytes);
    assertThat(message.wrap(shifted, 5, bytes.length)).isTrue();
  }

  @Test
  void readsTheSampleRequest() {
    read(REQUEST);
    assertThat(message.type()).isEqualTo(Stun.BINDING_REQUEST);
    assertThat(message.text(Stun.USERNAME)).isEqualTo("evtj:h6vY");
    assertThat(message.text(Stun.SOFTWARE)).isEqualTo("STUN test client");
    assertThat(message.number(Stun.PRIORITY)).isEqualTo(0x6e0001ff);
    assertThat(message.longNumber(Stun.ICE_CONTROLLED)).isEqualTo(0x932ff9b151263b36L);
    assertThat(message.has(Stun.USE_CANDIDATE)).isFalse();
    assertThat(message.unknownRequiredAttribute()).isEqualTo(-1);
    assertThat(message.authenticatedBy(KEY)).isTrue();
    assertThat(message.fingerprintIsRight()).isTrue();
  }

  @Test
  void readsTheSampleResponses() throws Exception {
    read(RESPONSE_IPV4);
    assertThat(message.type()).isEqualTo(Stun.BINDING_SUCCESS);
    assertThat(message.mappedAddress()).isEqualTo(socket("192.0.2.1"));
    assertThat(message.authenticatedBy(KEY)).isTrue();
    assertThat(message.fingerprintIsRight()).isTrue();

    read(RESPONSE_IPV6);
    assertThat(message.mappedAddress()).isEqualTo(socket("2001:db8:1234:5678:11:2233:4455:6677"));
    assertThat(message.authenticatedBy(KEY)).isTrue();
    assertThat(message.fingerprintIsRight()).isTrue();
  }

  @Test
  void readsTheSampleWithLongTermCredentials() throws Exception {
    read(LONG_TERM);
    String user = message.text(Stun.USERNAME);
    assertThat(user).isEqualTo("\u30DE\u30C8\u30EA\u30C3\u30AF\u30B9");
    byte[] secret =
        (user + ":" + message.text(Stun.REALM) + ":TheMatrIX").getBytes(StandardCharsets.UTF_8);
    byte[] key = MessageDigest.getInstance("MD5").digest(secret);
    assertThat(message.authenticatedBy(StunIntegrity.of(key))).isTrue();
    assertThat(message.fingerprintIsRight()).isFalse();
  }

  @Test
  void noBitOfTheRequestCanBeChanged() {
    byte[] bytes = HexFormat.of().parseHex(REQUEST);
    for (int bit = 0; bit < bytes.length * 8; bit++) {
      byte[] changed = bytes.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      boolean accepted =
          message.wrap(ByteBuffer.wrap(changed), 0, changed.length)
              && message.authenticatedBy(KEY)
              && message.fingerprintIsRight();
      assertThat(accepted).as("bit %d", bit).isFalse();
    }
  }

  @Test
  void anotherPasswordDoesNotAuthenticate() {
    read(REQUEST);
    assertThat(message.authenticatedBy(StunIntegrity.shortTerm("another"))).isFalse();
  }

  @Test
  void whatStandsBehindTheIntegrityIsNotSeen() {
    ByteBuffer bytes = ByteBuffer.allocate(200);
    StunWriter writer =
        new StunWriter(bytes, 0, Stun.BINDING_REQUEST, new byte[12])
            .text(Stun.USERNAME, "a:b")
            .integrity(KEY)
            .flag(Stun.USE_CANDIDATE)
            .fingerprint();
    assertThat(message.wrap(bytes, 0, writer.length())).isTrue();
    assertThat(message.authenticatedBy(KEY)).isTrue();
    assertThat(message.has(Stun.USE_CANDIDATE)).isFalse();
    assertThat(message.fingerprintIsRight()).isTrue();
  }

  @Test
  void namesTheAttributeItWouldHaveToKnow() {
    ByteBuffer bytes = ByteBuffer.allocate(200);
    StunWriter writer =
        new StunWriter(bytes, 0, Stun.BINDING_REQUEST, new byte[12])
            .number(0xC057, 1)
            .number(0x7777, 1);
    assertThat(message.wrap(bytes, 0, writer.length())).isTrue();
    assertThat(message.unknownRequiredAttribute()).isEqualTo(0x7777);
  }

  private static InetSocketAddress socket(String address) throws Exception {
    return new InetSocketAddress(InetAddress.getByName(address), 32853);
  }
}
