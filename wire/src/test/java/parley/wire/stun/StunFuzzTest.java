package parley.wire.stun;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Bytes that are almost messages never make the reader throw. {@code -Dfuzz.rounds=N} for a longer
 * run.
 */
class StunFuzzTest {
  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 200_000);
  private static final List<byte[]> SAMPLES =
      List.of(
          HexFormat.of().parseHex(StunMessageTest.REQUEST),
          HexFormat.of().parseHex(StunMessageTest.RESPONSE_IPV4),
          HexFormat.of().parseHex(StunMessageTest.RESPONSE_IPV6),
          HexFormat.of().parseHex(StunMessageTest.LONG_TERM));

  private final StunMessage message = new StunMessage();

  @Test
  void neverThrows() {
    Random random = new Random(8489);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = mutated(random);
      assertThatCode(() -> readAll(bytes))
          .as(() -> HexFormat.of().formatHex(bytes))
          .doesNotThrowAnyException();
    }
  }

  private static byte[] mutated(Random random) {
    byte[] bytes = SAMPLES.get(random.nextInt(SAMPLES.size())).clone();
    for (int i = random.nextInt(6); i >= 0; i--) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    if (random.nextInt(3) == 0) {
      bytes = java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 8));
      if (bytes.length >= 20) {
        bytes[2] = (byte) ((bytes.length - 20) >>> 8);
        bytes[3] = (byte) (bytes.length - 20);
      }
    }
    return bytes;
  }

  private void readAll(byte[] bytes) {
    ByteBuffer exact = ByteBuffer.allocate(bytes.length).put(0, bytes);
    if (!message.wrap(exact, 0, bytes.length)) {
      return;
    }
    message.type();
    message.transactionId();
    message.text(Stun.USERNAME);
    message.number(Stun.PRIORITY);
    message.longNumber(Stun.ICE_CONTROLLING);
    message.has(Stun.USE_CANDIDATE);
    message.errorCode();
    message.mappedAddress();
    message.authenticatedBy(StunMessageTest.KEY);
    message.fingerprintIsRight();
    message.unknownRequiredAttribute();
  }
}
