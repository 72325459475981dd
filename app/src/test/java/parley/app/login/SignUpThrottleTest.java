package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import parley.app.shared.ClientAddress;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.testing.TestClock;
import parley.app.users.Users;

class SignUpThrottleTest {
  private final SignUpThrottle throttle = new SignUpThrottle(limits());
  private final Browser browser =
      new Browser(ClientAddress.of("192.0.2.1"), "", Optional.empty(), Optional.empty());

  @Test
  void aHundredQuestionsAtOnceAreAnsweredTenTimes() throws Exception {
    var allAsk = new CountDownLatch(10);
    Callable<String> question =
        () ->
            answer(() -> {
              allAsk.countDown();
              await(allAsk);
              throw new Refusal(409, Users.EMAIL_TAKEN, "taken");
            });
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = people.invokeAll(IntStream.range(0, 100).mapToObj(i -> question).toList());
      assertThat(answers.stream().map(Future::resultNow).filter(Users.EMAIL_TAKEN::equals))
          .hasSize(10);
    }
    assertThat(answer(() -> {})).isEqualTo("too_many_requests");
  }

  @Test
  void freeAddressesAndOtherRefusalsAreNotCounted() {
    for (int i = 0; i < 20; i++) {
      assertThat(answer(() -> {})).isEqualTo("free");
      assertThat(
              answer(() -> {
                throw new Refusal(400, "invalid_request", "no");
              }))
          .isEqualTo("invalid_request");
    }
  }

  private String answer(Runnable look) {
    try {
      throttle.whereTaken(browser, look);
      return "free";
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private static RateLimits limits() {
    Binder binder = new Binder(new MapConfigurationPropertySource(Map.of()));
    return new RateLimits(
        binder.bindOrCreate("parley.limits", LimitSettings.class),
        new TestClock(Instant.parse("2026-11-23T10:00:00Z")));
  }
}
