package parley.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.PersonalRows;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

@ParleyTest
class AuditPersonalDataModuleTest {
  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;
  @Autowired AuditPersonalData data;
  @Autowired PersonalRows personalRows;

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void anExportTellsTheOwnAddressAndReasonsButNothingOfWhoeverActed() {
    UUID ada = Staffing.idOf(new Visitor(port).signUp("ada@example.org"));
    Visitor admin = Staffing.visitor(port, jdbc, "admin");
    String suspension = "/api/v1/staff/users/" + ada + "/suspension";
    assertThat(admin.put(suspension, Map.of("reason", "canary words")).status()).isEqualTo(204);
    List<Map<String, Object>> rows = told(ada);
    Map<String, Object> own = row(rows, "signed_up");
    assertThat(own.get("actor_user_id")).isEqualTo(ada.toString());
    assertThat(own.get("address")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    Map<String, Object> others = row(rows, "suspended");
    assertThat(others).containsEntry("note", "canary words");
    assertThat(others).doesNotContainKeys("actor_user_id", "actor_ip", "address");
    assertThat(rows.toString()).doesNotContain(Staffing.idOf(admin).toString());
  }

  @Test
  void whoeverActedGetsTheirOwnLineWithoutTheReasonOfAnother() {
    UUID ada = Staffing.idOf(new Visitor(port).signUp("ada@example.org"));
    Visitor admin = Staffing.visitor(port, jdbc, "admin");
    admin.put("/api/v1/staff/users/" + ada + "/suspension", Map.of("reason", "canary words"));
    Map<String, Object> own = row(told(Staffing.idOf(admin)), "suspended");
    assertThat(own.get("address")).isIn("127.0.0.1", "0:0:0:0:0:0:0:1");
    assertThat(own).doesNotContainKey("note");
  }

  private List<Map<String, Object>> told(UUID userId) {
    List<Map<String, Object>> rows = new ArrayList<>();
    personalRows.read(data, userId, rows::add);
    return rows;
  }

  private static Map<String, Object> row(List<Map<String, Object>> rows, String action) {
    return rows.stream().filter(row -> action.equals(row.get("action"))).findFirst().orElseThrow();
  }
}
