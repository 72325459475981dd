package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.PublicUrl;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

@ParleyTest
class SetupModuleTest {
  @LocalServerPort int port;
  @Autowired FirstAdministrator administrator;
  @Autowired PublicUrl publicUrl;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;

  @BeforeEach
  void nobodyIsThere() {
    database.empty();
  }

  @Test
  void theLinkMakesAnAdministratorOnce() {
    String token = newToken();
    Visitor visitor = new Visitor(port);
    assertThat(visitor.get("/api/v1/setup?token=" + token).status()).isEqualTo(200);
    Answer made = setUp(visitor, token, "boss@example.org");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("role").asString()).isEqualTo("admin");
    assertThat(made.json().path("staffRole").asString()).isEqualTo("admin");
    assertThat(visitor.get("/api/v1/users/me").json()).isEqualTo(made.json());
    assertThat(visitor.get("/api/v1/setup?token=" + token).status()).isEqualTo(410);
    Answer again = setUp(new Visitor(port), token, "second@example.org");
    assertThat(again.status()).isEqualTo(410);
    assertThat(again.code()).isEqualTo("setup_link_used");
    assertThat(administrator.newLink(publicUrl)).isEmpty();
    assertThat(
            jdbc.sql(
                    "SELECT a.role FROM admin_users a JOIN users u ON u.id = a.user_id AND u.role = 'admin'")
                .query(String.class)
                .list())
        .containsExactly("admin");
  }

  @Test
  void anyoneMayAskWhetherThereIsAnAdministrator() {
    Visitor stranger = new Visitor(port);
    assertThat(stranger.get("/api/v1/config").json().path("hasAdmin").asBoolean()).isFalse();
    setUp(new Visitor(port), newToken(), "boss@example.org");
    Answer config = stranger.get("/api/v1/config");
    assertThat(config.json().path("hasAdmin").asBoolean()).isTrue();
    assertThat(config.json().path("signUp").asString()).isEqualTo("open");
    assertThat(config.json().path("publicUrl").asString()).isEqualTo(publicUrl.base());
    assertThat(config.json().path("mail").path("configured").asBoolean(true)).isFalse();
  }

  @Test
  void whichVersionRunsIsNotTold() {
    assertThat(new Visitor(port).get("/api/v1/config").json().has("version")).isFalse();
    assertThat(
            new Visitor(port)
                .get("/api/v1/openapi.json")
                .json()
                .path("info")
                .path("version")
                .asString())
        .isEqualTo("1");
  }

  @Test
  void anOlderLinkDiesWithTheNext() {
    String older = newToken();
    String newer = newToken();
    assertThat(setUp(new Visitor(port), older, "a@example.org").status()).isEqualTo(410);
    assertThat(setUp(new Visitor(port), newer, "b@example.org").status()).isEqualTo(201);
  }

  @Test
  void ofManyWhoUseTheLinkAtOnceOneBecomesAdministrator() throws Exception {
    String token = newToken();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Integer>> attempts =
          IntStream.range(0, 12)
              .mapToObj(i ->
                  (Callable<Integer>)
                      () -> setUp(new Visitor(port), token, "p" + i + "@example.org").status())
              .toList();
      List<Integer> statuses =
          people.invokeAll(attempts).stream().map(Future::resultNow).sorted().toList();
      assertThat(statuses.getFirst()).isEqualTo(201);
      assertThat(statuses.subList(1, 12)).containsOnly(410);
    }
    assertThat(jdbc.sql("SELECT count(*) FROM users").query(Long.class).single()).isEqualTo(1);
    assertThat(jdbc.sql("SELECT count(*) FROM admin_users").query(Long.class).single())
        .isEqualTo(1);
  }

  @Test
  void aRefusedFormLeavesTheLinkWorking() {
    String token = newToken();
    new Visitor(port).signUp("early@example.org");
    Visitor visitor = new Visitor(port);
    assertThat(setUp(visitor, token, "nobody").code()).isEqualTo("invalid_request");
    assertThat(setUp(visitor, token, "early@example.org").code()).isEqualTo("email_taken");
    assertThat(setUp(visitor, token, "boss@example.org").status()).isEqualTo(201);
  }

  @Test
  void aGuessedLinkIsRefused() {
    newToken();
    assertThat(new Visitor(port).get("/api/v1/setup?token=x").status()).isEqualTo(410);
    assertThat(new Visitor(port).get("/api/v1/setup").status()).isEqualTo(410);
    assertThat(setUp(new Visitor(port), "a".repeat(43), "a@example.org").status()).isEqualTo(410);
  }

  private String newToken() {
    URI link = administrator.newLink(publicUrl).orElseThrow();
    assertThat(link.toString()).startsWith(publicUrl.base() + "/setup?token=");
    return link.getQuery().substring("token=".length());
  }

  private static Answer setUp(Visitor visitor, String token, String email) {
    return visitor.post(
        "/api/v1/setup",
        Map.of(
            "token", token,
            "email", email,
            "password", "correct horse battery",
            "fullName", "The Boss",
            "displayName", "Boss"));
  }
}
