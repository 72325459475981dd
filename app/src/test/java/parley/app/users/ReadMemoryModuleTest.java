package parley.app.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

/** What is remembered for long is forgotten where it changes. */
@ParleyTest
@TestPropertySource(properties = "parley.read-memory=1h")
class ReadMemoryModuleTest {
  private static final String RULES = "/api/v1/staff/entry-rules";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;

  private Visitor admin = new Visitor(0);
  private Visitor ada = new Visitor(0);
  private UUID adaId = new UUID(0, 0);

  @BeforeEach
  void twoPeople() {
    database.empty();
    admin = Staffing.visitor(port, jdbc, "admin");
    ada = new Visitor(port).signUp("ada@example.org");
    adaId = Staffing.idOf(ada);
    // As on the next day: nothing of what was written past the server is remembered.
    ada.patch("/api/v1/users/me", Map.of("displayName", "Ada L"));
  }

  @Test
  void aRowIsReadOnceForManyRequests() {
    assertThat(told("displayName")).isEqualTo("Ada L");
    jdbc.sql("UPDATE users SET display_name = 'Behind the back' WHERE id = :id")
        .param("id", adaId)
        .update();
    assertThat(told("displayName")).isEqualTo("Ada L");
  }

  @Test
  void aNewNameIsToldAtOnceAlsoAsTheHostsOfAMeeting() {
    String code = ada.post("/api/v1/meetings", Map.of("title", "T")).json().path("code").asString();
    assertThat(host(code)).isEqualTo("Ada L");
    ada.patch("/api/v1/users/me", Map.of("displayName", "Countess"));
    assertThat(told("displayName")).isEqualTo("Countess");
    assertThat(host(code)).isEqualTo("Countess");
    assertThat(ada.get("/api/v1/meetings").json().path("items").get(0).path("host").toString())
        .contains("Countess");
  }

  @Test
  void rulesHoldFromTheMomentTheyAreSet() {
    assertThat(told("mayHost")).isEqualTo("true");
    Map<String, Object> rules = Map.of("signUp", "closed", "hosts", "staff");
    assertThat(admin.put(RULES, rules).status()).isEqualTo(200);
    assertThat(told("mayHost")).isEqualTo("false");
    assertThat(new Visitor(port).get("/api/v1/config").json().path("signUp").asString())
        .isEqualTo("closed");
    assertThat(admin.delete(RULES).status()).isEqualTo(200);
    assertThat(told("mayHost")).isEqualTo("true");
  }

  @Test
  void whoBecomesStaffIsStaffAtOnce() {
    assertThat(told("staffRole")).isEmpty();
    Map<String, String> role = Map.of("role", "moderator");
    assertThat(admin.put("/api/v1/staff/users/" + adaId + "/role", role).status()).isEqualTo(204);
    assertThat(ada.get("/api/v1/users/me").status()).isEqualTo(401);
    Map<String, String> login =
        Map.of("email", "ada@example.org", "password", "correct horse battery");
    assertThat(ada.post("/api/v1/sessions", login).status()).isEqualTo(201);
    assertThat(told("staffRole")).isEqualTo("moderator");
  }

  @Test
  void whoIsSuspendedIsOutAtOnce() {
    assertThat(ada.get("/api/v1/users/me").status()).isEqualTo(200);
    Map<String, String> reason = Map.of("reason", "Sent unwanted mail");
    assertThat(admin.put("/api/v1/staff/users/" + adaId + "/suspension", reason).status())
        .isEqualTo(204);
    assertThat(ada.get("/api/v1/users/me").status()).isEqualTo(401);
  }

  private String told(String field) {
    return ada.get("/api/v1/users/me").json().path(field).asString("");
  }

  private String host(String code) {
    return ada.get("/api/v1/meetings/" + code).json().path("host").path("displayName").asString();
  }
}
