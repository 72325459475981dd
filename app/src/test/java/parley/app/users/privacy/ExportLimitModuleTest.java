package parley.app.users.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

@ParleyTest
@TestPropertySource(properties = "parley.limits.scale=1")
class ExportLimitModuleTest {
  private static final String EXPORTS = "/api/v1/users/me/exports";

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired TestClock clock;
  @Autowired ExportRound exports;

  @BeforeEach
  void nobody() {
    database.empty();
  }

  @Test
  void twoArchivesADayAndARefusedWishIsNone() {
    Visitor ann = new Visitor(port).signUp("ann@example.org");
    assertThat(ask(ann)).isEqualTo(202);
    assertThat(ask(ann)).isEqualTo(409);
    exports.run();
    assertThat(ask(ann)).isEqualTo(202);
    exports.run();
    Visitor.Answer third = ann.post(EXPORTS, Map.of());
    assertThat(third.code()).isEqualTo("too_many_requests");
    assertThat(third.header("Retry-After")).isNotEmpty();
    assertThat(ask(new Visitor(port).signUp("eve@example.org"))).isEqualTo(202);
    clock.advance(Duration.ofHours(12));
    ann.post(
        "/api/v1/sessions",
        Map.of("email", "ann@example.org", "password", "correct horse battery"));
    assertThat(ask(ann)).isEqualTo(202);
  }

  private static int ask(Visitor visitor) {
    return visitor.post(EXPORTS, Map.of()).status();
  }
}
