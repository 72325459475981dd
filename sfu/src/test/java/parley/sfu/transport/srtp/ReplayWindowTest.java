package parley.sfu.transport.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayWindowTest {
  private final ReplayWindow window = new ReplayWindow();

  @Test
  void admitsEachIndexOnce() {
    window.add(5);
    assertThat(window.admits(5)).isFalse();
    assertThat(window.admits(4)).isTrue();
    window.add(4);
    assertThat(window.admits(4)).isFalse();
    assertThat(window.admits(6)).isTrue();
    assertThat(window.admits(-1)).isFalse();
  }

  @Test
  void refusesWhatIsTooOld() {
    window.add(5000);
    assertThat(window.admits(5000 - ReplayWindow.SIZE)).isFalse();
    assertThat(window.admits(5000 - ReplayWindow.SIZE + 1)).isTrue();
  }

  @Test
  void forgetsAllAfterALongJump() {
    window.add(10);
    window.add(10 + 3 * ReplayWindow.SIZE);
    assertThat(window.admits(9 + 3 * ReplayWindow.SIZE)).isTrue();
  }

  @Test
  void agreesWithASetOfEverythingSeen() {
    Random random = new Random(3711);
    Set<Long> seen = new HashSet<>();
    long highest = -1;
    for (int i = 0; i < 200_000; i++) {
      long index =
          Math.max(0, highest + random.nextInt(-1500, random.nextInt(100) == 0 ? 3000 : 8));
      boolean fresh =
          !seen.contains(index) && (index > highest || highest - index < ReplayWindow.SIZE);
      assertThat(window.admits(index)).isEqualTo(fresh);
      if (fresh) {
        window.add(index);
        seen.add(index);
        highest = Math.max(highest, index);
      }
    }
  }
}
