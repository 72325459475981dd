package parley.sfu.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QualityScoreTest {
  private static double after(double loss, double rtt, double jitter, int missing) {
    QualityScore score = new QualityScore();
    for (int i = 0; i < 20; i++) {
      score.window(loss, QualityScore.VIDEO_LOSS_WEIGHT, rtt, jitter, missing);
    }
    return score.score();
  }

  @Test
  void goodPathIsExcellent() {
    assertThat(after(0, 50, 5, 0)).isGreaterThan(95);
    assertThat(after(0.01, 50, 5, 0)).isGreaterThan(80);
  }

  @Test
  void lossDelayAndMissingLayersCount() {
    assertThat(after(0.04, 50, 5, 0)).isBetween(40.0, 80.0);
    assertThat(after(0.08, 50, 5, 0)).isLessThan(40);
    assertThat(after(0, 50, 5, 1)).isBetween(60.0, 70.0);
    assertThat(after(0, 800, 100, 0)).isLessThan(60);
    assertThat(after(1, 800, 100, 2)).isLessThan(1);
  }

  @Test
  void opinionsRunFromOneToFourAndAHalf() {
    assertThat(QualityScore.opinion(0)).isEqualTo(1f);
    assertThat(QualityScore.opinion(100)).isEqualTo(4.5f);
    assertThat(QualityScore.opinion(60)).isBetween(3f, 3.2f);
  }
}
