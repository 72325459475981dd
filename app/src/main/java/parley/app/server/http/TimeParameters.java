package parley.app.server.http;

import java.time.Instant;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import parley.app.shared.Times;

/** Reads times in queries as they are read in bodies. */
@Configuration(proxyBeanMethods = false)
class TimeParameters implements WebMvcConfigurer {
  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addConverter(String.class, Instant.class, TimeParameters::time);
  }

  private static Instant time(String text) {
    return Times.parse(text).orElseThrow(() -> new IllegalArgumentException(Times.RULE));
  }
}
