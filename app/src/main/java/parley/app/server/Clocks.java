package parley.app.server;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place that reads the system's time; everybody else is given this clock. */
@Configuration(proxyBeanMethods = false)
class Clocks {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }
}
