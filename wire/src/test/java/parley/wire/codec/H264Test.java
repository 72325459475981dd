package parley.wire.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class H264Test {
  private static boolean keyframe(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));
    return H264.keyframe(ByteBuffer.wrap(bytes), 0, bytes.length);
  }

  @Test
  void aParameterSetBeginsAKeyframe() {
    assertThat(keyframe("67 42e01f")).isTrue();
    assertThat(keyframe("78 0002 68aa 0003 6742e0")).as("STAP-A").isTrue();
    assertThat(keyframe("7c 87 00")).as("first FU-A").isTrue();
  }

  @Test
  void othersDoNot() {
    assertThat(keyframe("61 00")).as("slice").isFalse();
    assertThat(keyframe("65 00")).as("IDR slice, behind its parameter sets").isFalse();
    assertThat(keyframe("78 0002 6142")).isFalse();
    assertThat(keyframe("7c 07 00")).as("later FU-A").isFalse();
    assertThat(keyframe("7c 85 00")).isFalse();
  }

  @Test
  void brokenPayloadsDoNot() {
    for (String hex :
        new String[] {"", "78", "78 00", "78 0001", "78 0009 67", "78 0000 67", "7c"}) {
      assertThat(keyframe(hex)).as(hex).isFalse();
    }
  }
}
