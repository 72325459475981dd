package parley.sfu.receive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DuplicateFilterTest {
  private final DuplicateFilter filter = new DuplicateFilter();

  @Test
  void everyNumberPassesOnce() {
    SplittableRandom random = new SplittableRandom(3);
    Set<Long> seen = new HashSet<>();
    long highest = 65_536;
    for (int i = 0; i < 100_000; i++) {
      long number = highest + random.nextInt(-1500, 4);
      highest = Math.max(highest, number);
      assertThat(filter.tooOld(number)).isFalse();
      assertThat(filter.add(number)).isEqualTo(seen.add(number));
    }
  }

  @Test
  void oldAndFarNumbers() {
    assertThat(filter.tooOld(5)).isFalse();
    filter.add(100_000);
    assertThat(filter.tooOld(100_000 - DuplicateFilter.WINDOW)).isTrue();
    assertThat(filter.tooOld(100_001 - DuplicateFilter.WINDOW)).isFalse();
    assertThat(filter.add(200_000)).isTrue();
    assertThat(filter.add(199_999)).isTrue();
  }
}
