package parley.wire.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class StunWriterTest {
  private static final byte[] ID = HexFormat.of().parseHex("b7e7a701bc34d686fa87dfae");
  private final StunMessage message = new StunMessage();

  @Test
  void writesTheAddressOfTheSampleResponses() throws Exception {
    assertMapped("192.0.2.1", "002000080001a147e112a643");
    assertMapped(
        "2001:db8:1234:5678:11:2233:4455:6677", "002000140002a1470113a9faa5d3f179bc25f4b5bed2b9d9");
  }

  private static void assertMapped(String address, String expected) throws Exception {
    ByteBuffer bytes = ByteBuffer.allocateDirect(100);
    var mapped = new InetSocketAddress(InetAddress.getByName(address), 32853);
    int length = new StunWriter(bytes, 3, Stun.BINDING_SUCCESS, ID).mappedAddress(mapped).length();
    byte[] attribute = new byte[length - Stun.HEADER_LENGTH];
    bytes.get(3 + Stun.HEADER_LENGTH, attribute);
    assertThat(HexFormat.of().formatHex(attribute)).isEqualTo(expected);
  }

  @Test
  void whatItWritesIsReadBack() {
    ByteBuffer bytes = ByteBuffer.allocateDirect(300);
    for (int i = 0; i < 300; i++) {
      bytes.put(i, (byte) 0xFF);
    }
    int length =
        new StunWriter(bytes, 40, Stun.BINDING_REQUEST, ID)
            .text(Stun.USERNAME, "abc:defgh")
            .number(Stun.PRIORITY, 12345)
            .longNumber(Stun.ICE_CONTROLLING, -5L)
            .flag(Stun.USE_CANDIDATE)
            .integrity(StunMessageTest.KEY)
            .fingerprint()
            .length();
    assertThat(message.wrap(bytes, 40, length)).isTrue();
    assertThat(message.transactionId()).isEqualTo(ID);
    assertThat(message.text(Stun.USERNAME)).isEqualTo("abc:defgh");
    assertThat(message.number(Stun.PRIORITY)).isEqualTo(12345);
    assertThat(message.longNumber(Stun.ICE_CONTROLLING)).isEqualTo(-5L);
    assertThat(message.has(Stun.USE_CANDIDATE)).isTrue();
    assertThat(message.authenticatedBy(StunMessageTest.KEY)).isTrue();
    assertThat(message.fingerprintIsRight()).isTrue();
  }

  @Test
  void writesErrors() {
    ByteBuffer bytes = ByteBuffer.allocate(200);
    int length =
        new StunWriter(bytes, 0, Stun.BINDING_ERROR, ID)
            .error(Stun.UNKNOWN_ATTRIBUTE, "Unknown Attribute")
            .unknownAttribute(0x7777)
            .length();
    assertThat(message.wrap(bytes, 0, length)).isTrue();
    assertThat(message.errorCode()).isEqualTo(420);
    int value = message.attribute(Stun.UNKNOWN_ATTRIBUTES);
    assertThat(Arrays.copyOfRange(bytes.array(), value, value + 2)).containsExactly(0x77, 0x77);
  }
}
