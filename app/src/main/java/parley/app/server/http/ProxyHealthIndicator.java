package parley.app.server.http;

import java.util.List;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** {@code proxy} in health: doubt takes nobody elsewhere, but the operator should read it. */
@Component
class ProxyHealthIndicator implements HealthIndicator {
  private static final Status DOUBTFUL = new Status("DOUBTFUL");

  private final ReverseProxy proxy;

  ProxyHealthIndicator(ReverseProxy proxy) {
    this.proxy = proxy;
  }

  @Override
  public Health health() {
    List<String> doubts = proxy.doubts();
    return doubts.isEmpty()
        ? Health.up().build()
        : Health.status(DOUBTFUL).withDetail("doubts", doubts).build();
  }
}
