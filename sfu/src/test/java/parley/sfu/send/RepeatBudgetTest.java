package parley.sfu.send;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatBudgetTest {
  private final RepeatBudget budget = new RepeatBudget();

  @Test
  void repeatsStayAQuarterOfTheStream() {
    long sent = 0;
    long repeated = 0;
    for (int i = 0; i < 10_000; i++) {
      budget.sent(1_000);
      sent += 1_000;
      for (int j = 0; j < 10; j++) {
        repeated += budget.take(1_000) ? 1_000 : 0;
      }
    }
    assertThat(repeated).isBetween(sent / 4 - 10_000, sent / 4 + 3_000);
  }

  @Test
  void longStreamsDoNotSaveUpWithoutEnd() {
    for (int i = 0; i < 100_000; i++) {
      budget.sent(1_000);
    }
    int taken = 0;
    while (budget.take(1_000)) {
      taken++;
    }
    assertThat(taken).isEqualTo(64);
  }
}
