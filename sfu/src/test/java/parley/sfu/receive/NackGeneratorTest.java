package parley.sfu.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NackGeneratorTest {
  private static final long MILLI = 1_000_000L;
  private static final long RTT = 50 * MILLI;

  private final NackGenerator nacks = new NackGenerator();
  private final List<String> asked = new ArrayList<>();

  private void ask(long now) {
    nacks.askAgain(
        9, now, RTT, (ssrc, id, following) -> asked.add(id + ":" + Integer.toHexString(following)));
  }

  @Test
  void asksAtOnceAndPacksNeighbours() {
    nacks.arrived(100, 0);
    nacks.arrived(104, 0);
    nacks.arrived(119, 0);
    nacks.arrived(140, 0);
    ask(0);
    assertThat(asked).containsExactly("101:fffb", "118:fffe", "135:f");
  }

  @Test
  void asksAgainAfterARoundTripUntilItCame() {
    nacks.arrived(100, 0);
    nacks.arrived(102, 0);
    ask(0);
    ask(49 * MILLI);
    assertThat(asked).hasSize(1);
    ask(50 * MILLI);
    assertThat(asked).hasSize(2);
    nacks.arrived(101, 60 * MILLI);
    ask(500 * MILLI);
    assertThat(asked).hasSize(2);
    assertThat(nacks.missing()).isZero();
  }

  @Test
  void givesUpInTheEnd() {
    nacks.arrived(100, 0);
    nacks.arrived(102, 0);
    for (int i = 0; i < 1_000; i++) {
      ask(i * 10 * MILLI);
    }
    assertThat(asked).hasSizeLessThanOrEqualTo(10);
    assertThat(nacks.missing()).isZero();
  }

  @Test
  void tooLargeAHoleIsGivenUp() {
    nacks.arrived(100, 0);
    assertThat(nacks.arrived(100 + NackGenerator.MAX_MISSING + 2, 0)).isFalse();
    ask(0);
    assertThat(asked).isEmpty();
  }

  @Test
  void wrapsAround() {
    nacks.arrived(0x1FFFE, 0);
    nacks.arrived(0x20002, 0);
    ask(0);
    assertThat(asked).containsExactly("65535:3");
  }
}
