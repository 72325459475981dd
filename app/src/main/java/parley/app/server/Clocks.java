package parley.app.server;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import parley.app.shared.Ticker;

/** The one place that reads the system's time; everybody else is given this clock. */
@Configuration(proxyBeanMethods = false)
class Clocks {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Ticker ticker() {
    return System::nanoTime;
  }
}
