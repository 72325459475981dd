package parley.app.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import parley.app.shared.Ticker;

/** A clock that stands still until it is moved; as a ticker it goes only forward. */
public final class TestClock extends Clock implements Ticker {
  private volatile Instant now;
  private volatile long passedNanos;

  /** Stands at {@code start}. */
  public TestClock(Instant start) {
    this.now = start;
  }

  /** Moves it forward. */
  public synchronized void advance(Duration by) {
    now = now.plus(by);
    passedNanos += by.toNanos();
  }

  /** Sets it back, as an operator does; no less time has passed by that. */
  public synchronized void setBack(Duration by) {
    now = now.minus(by);
  }

  @Override
  public long nanos() {
    return passedNanos;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }

  /** Puts it in place of the system's. */
  @TestConfiguration(proxyBeanMethods = false)
  public static class Configuration {
    @Bean
    @Primary
    public TestClock testClock() {
      return new TestClock(Instant.parse("2026-11-23T10:00:00Z"));
    }
  }
}
