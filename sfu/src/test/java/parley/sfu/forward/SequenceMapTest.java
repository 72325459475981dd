package parley.sfu.forward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SequenceMapTest {
  private final SequenceMap map = new SequenceMap();

  @BeforeEach
  void begin() {
    map.begin(100, 10);
  }

  @Test
  void numbersRunFromTheBeginning() {
    assertThat(map.map(100)).isEqualTo(10);
    assertThat(map.map(105)).isEqualTo(15);
    assertThat(map.map(103)).isEqualTo(13);
    assertThat(map.map(99)).isEqualTo(SequenceMap.NONE);
  }

  @Test
  void holesCloseOverWhatIsLeftOut() {
    assertThat(map.skip(101)).isEqualTo(11);
    assertThat(map.skip(103)).isEqualTo(12);
    assertThat(map.map(104)).isEqualTo(12);
    assertThat(map.map(102)).isEqualTo(11);
    assertThat(map.map(100)).isEqualTo(10);
  }

  @Test
  void onlySoManyChangesAreRemembered() {
    for (int i = 0; i < 100; i++) {
      map.skip(101 + 2 * i);
    }
    assertThat(map.map(300)).isEqualTo(110);
    assertThat(map.map(298)).isEqualTo(109);
    assertThat(map.map(100)).isEqualTo(SequenceMap.NONE);
  }

  @Test
  void beginsAnew() {
    map.skip(101);
    map.begin(5000, 50);
    assertThat(map.map(5000)).isEqualTo(50);
    assertThat(map.map(4999)).isEqualTo(SequenceMap.NONE);
    assertThat(map.highest()).isEqualTo(5000);
  }
}
