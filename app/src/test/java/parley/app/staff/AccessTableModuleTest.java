package parley.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

/**
 * Every route of the running application × who asks × whose thing it is, against one table: {@code
 * access-table.txt}. A route without a row there breaks the build.
 */
@ParleyTest
class AccessTableModuleTest {
  private static final String UNKNOWN = "0199a0b0-0000-7000-8000-000000000000";
  private static final String UNKNOWN_CODE = "abcd-efghj-kmnp";
  private static final List<String> ROLES =
      List.of("nobody", "guest", "user", "support", "moderator", "compliance", "admin");

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestDatabase database;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  /** A line of the table. */
  record Row(String method, String pattern, String rule, String object, String body) {
    static Row of(String line) {
      String[] parts = line.split("\\|");
      String[] route = parts[0].strip().split("\\s+");
      String body = parts.length > 3 ? parts[3].strip() : "{}";
      return new Row(route[0], route[1], parts[1].strip(), parts[2].strip(), body);
    }

    String route() {
      return method + " " + pattern;
    }
  }

  /** Whose thing the path names. */
  enum Whose {
    OWN,
    OTHERS,
    UNKNOWN
  }

  /** What is expected; {@code in} is any answer that is neither 401 nor 403 nor 404. */
  static String expected(Row row, String role, Whose whose) {
    boolean isUser = !role.equals("nobody") && !role.equals("guest");
    String found = whose == Whose.OWN ? "in" : "404";
    return switch (row.rule()) {
      case "OPEN" -> "in";
      case "USER" -> isUser ? "in" : "401";
      case "PERSON" -> role.equals("nobody") ? "401" : "in";
      case "OWN" -> isUser ? found : "401";
      case "OWN_OR_404" -> role.equals("nobody") ? "401" : found;
      // Anybody may try a code; one that is none is not found.
      case "CODE" -> whose == Whose.UNKNOWN ? "404" : "in";
      // Who has the code is told that there is a meeting, and no more than that.
      case "PEOPLE" -> role.equals("nobody") ? "401" : found;
      case "PEOPLE_HIDDEN" -> role.equals("nobody") ? "404" : found;
      case "HOST_USER" -> isUser ? found : "401";
      case "HOST" ->
          switch (role) {
            case "nobody" -> "401";
            case "guest" -> whose == Whose.OWN ? "403" : "404";
            default -> found;
          };
      default -> staff(Permission.valueOf(row.rule()), role, whose);
    };
  }

  private static String staff(Permission permission, String role, Whose whose) {
    return switch (role) {
      case "nobody", "guest" -> "401";
      case "user" -> "404";
      default ->
          !permission.isGivenTo(StaffRole.of(role)) ? "403" : whose == Whose.UNKNOWN ? "404" : "in";
    };
  }

  private final Map<String, Visitor> visitors = new HashMap<>();

  @BeforeEach
  void empty() {
    database.empty();
  }

  @Test
  void everyRouteHasARowAndEveryRowARoute() throws IOException {
    assertThat(new TreeSet<>(table().stream().map(Row::route).toList())).isEqualTo(routes());
  }

  @Test
  void everybodyGetsAsFarAsTheTableSays() throws IOException {
    SoftAssertions softly = new SoftAssertions();
    for (Row row : table()) {
      for (String role : ROLES) {
        for (Whose whose :
            row.object().equals("-") ? List.of(Whose.OWN) : List.of(Whose.values())) {
          softly
              .assertThat(asked(row, role, whose))
              .as(row.route() + " by " + role + ", " + whose)
              .isEqualTo(expected(row, role, whose));
        }
      }
    }
    softly.assertAll();
  }

  private String asked(Row row, String role, Whose whose) {
    Visitor visitor = visitors.computeIfAbsent(role, this::visitor);
    String path = path(row, role, whose, visitor);
    if (path.isEmpty()) {
      return expected(row, role, whose);
    }
    Visitor.Answer answer =
        switch (row.method()) {
          case "GET" -> visitor.get(path);
          case "POST" -> visitor.post(path, row.body());
          case "PUT" -> visitor.put(path, row.body());
          case "PATCH" -> visitor.patch(path, row.body());
          default -> visitor.delete(path);
        };
    String told =
        switch (answer.status()) {
          case 401, 403, 404 -> String.valueOf(answer.status());
          default -> "in";
        };
    String result = isBehindTheDoor(row, answer) ? "in" : told;
    if (!row.method().equals("GET") && result.equals("in")) {
      visitors.remove(role);
    }
    return result;
  }

  /** Whoever is let in may still find no link, no session or no picture there. */
  private static boolean isBehindTheDoor(Row row, Visitor.Answer answer) {
    return row.object().equals("-")
        && List.of("OPEN", "USER", "PERSON").contains(row.rule())
        && List.of(401, 403, 404).contains(answer.status())
        && !List.of("not_logged_in", "not_allowed", "csrf").contains(answer.code());
  }

  private Visitor visitor(String role) {
    return switch (role) {
      case "nobody" -> new Visitor(port);
      case "guest" -> guest();
      case "user" -> new Visitor(port).signUp("user" + UUID.randomUUID() + "@example.org");
      default -> Staffing.visitor(port, jdbc, role);
    };
  }

  private final Map<Visitor, String> guestsMeetings = new HashMap<>();

  private Visitor guest() {
    String code = meetingOf(host());
    Visitor guest = new Visitor(port);
    guest.post("/api/v1/meetings/" + code + "/join", Map.of("displayName", "Guest"));
    guestsMeetings.put(guest, code);
    return guest;
  }

  private Visitor host() {
    return new Visitor(port).signUp("host" + UUID.randomUUID() + "@example.org");
  }

  private static String meetingOf(Visitor host) {
    return host.post("/api/v1/meetings", Map.of()).json().path("code").asString();
  }

  /**
   * The path with a thing of the asker, of another or of nobody; empty where the asker can have
   * none.
   */
  private String path(Row row, String role, Whose whose, Visitor visitor) {
    boolean isUser = !role.equals("nobody") && !role.equals("guest");
    return switch (row.object()) {
      case "meeting" -> row.pattern().replace("{code}", code(whose, role, visitor));
      case "participant" -> {
        String code = code(whose, role, visitor);
        String person = whose == Whose.OWN ? join(new Visitor(port), code) : UNKNOWN;
        yield row.pattern().replace("{code}", code).replace("{participantId}", person);
      }
      case "key" -> id(row, keyOf(whose == Whose.OWN && isUser ? visitor : host(), whose));
      case "passkey" -> id(row, passkeyOf(whose == Whose.OWN && isUser ? visitor : host(), whose));
      case "file" -> whose == Whose.OWN ? "" : id(row, whose == Whose.UNKNOWN ? UNKNOWN : file());
      case "device" -> id(row, deviceOf(whose == Whose.OWN && isUser ? visitor : host(), whose));
      case "pushed" -> whose == Whose.OWN ? "" : id(row, deviceOf(host(), whose));
      case "export" ->
          whose == Whose.OWN ? "" : id(row, whose == Whose.UNKNOWN ? UNKNOWN : export());
      case "user" -> id(row, whose == Whose.UNKNOWN ? UNKNOWN : Staffing.idOf(host()).toString());
      case "session" -> id(row, sessionOf(whose == Whose.OWN && isUser ? visitor : host(), whose));
      case "invitation" -> id(row, whose == Whose.UNKNOWN ? UNKNOWN : invitation());
      case "mail" -> id(row, whose == Whose.UNKNOWN ? UNKNOWN : mail());
      case "entry" -> id(row, whose == Whose.UNKNOWN ? "999999999" : entry());
      default ->
          row.pattern().replaceAll("\\{[^}]*}", UNKNOWN)
              + (row.pattern().endsWith("/names") ? "?id=" + UNKNOWN : "");
    };
  }

  private static String id(Row row, String id) {
    return row.pattern().replace("{id}", id);
  }

  private String code(Whose whose, String role, Visitor visitor) {
    if (whose == Whose.UNKNOWN) {
      return UNKNOWN_CODE;
    }
    if (whose == Whose.OTHERS || role.equals("nobody")) {
      return meetingOf(host());
    }
    if (role.equals("guest")) {
      return Objects.requireNonNull(guestsMeetings.get(visitor));
    }
    String code = meetingOf(visitor);
    join(visitor, code);
    return code;
  }

  private static String join(Visitor visitor, String code) {
    return visitor
        .post("/api/v1/meetings/" + code + "/join", Map.of("displayName", "Ada"))
        .json()
        .path("participantId")
        .asString();
  }

  private String keyOf(Visitor owner, Whose whose) {
    return whose == Whose.UNKNOWN
        ? UNKNOWN
        : jdbc.sql(
                """
                INSERT INTO api_keys (id, user_id, name, token_hash, ending, scopes, created_at)
                VALUES (gen_random_uuid(), :user, 'k', sha256(gen_random_uuid()::text::bytea), 'abcd', '{}', now())
                RETURNING id::text
                """)
            .param("user", Staffing.idOf(owner))
            .query(String.class)
            .single();
  }

  private String passkeyOf(Visitor owner, Whose whose) {
    return whose == Whose.UNKNOWN
        ? UNKNOWN
        : jdbc.sql(
                """
                INSERT INTO passkeys (id, user_id, credential_id, credential_data, sign_count, name, transports,
                  backup_eligible, backed_up, created_at)
                VALUES (gen_random_uuid(), :user, gen_random_uuid()::text::bytea, '', 0, 'k', '', false, false, now())
                RETURNING id::text
                """)
            .param("user", Staffing.idOf(owner))
            .query(String.class)
            .single();
  }

  private String deviceOf(Visitor owner, Whose whose) {
    return whose == Whose.UNKNOWN
        ? UNKNOWN
        : jdbc.sql(
                """
                INSERT INTO push_devices (id, user_id, session_id, endpoint, endpoint_hash, public_key, auth_secret, name,
                  created_at)
                VALUES (gen_random_uuid(), :user, gen_random_uuid(), 'https://push.example', sha256(gen_random_uuid()::text::bytea),
                  decode(repeat('00', 65), 'hex'), decode(repeat('00', 16), 'hex'), 'd', now())
                RETURNING id::text
                """)
            .param("user", Staffing.idOf(owner))
            .query(String.class)
            .single();
  }

  private String export() {
    return jdbc.sql(
            """
            INSERT INTO data_exports (id, user_id, status, requested_at, ready_at, expires_at, size_bytes)
            VALUES (gen_random_uuid(), :user, 'ready', now(), now(), now() + interval '1 year', 1) RETURNING id::text
            """)
        .param("user", Staffing.idOf(host()))
        .query(String.class)
        .single();
  }

  private String sessionOf(Visitor owner, Whose whose) {
    return whose == Whose.UNKNOWN
        ? UNKNOWN
        : jdbc.sql(
                """
                INSERT INTO login_sessions (id, user_id, token_hash, user_agent, address, created_at, last_used_at,
                  proven_at, expires_at)
                VALUES (gen_random_uuid(), :user, sha256(gen_random_uuid()::text::bytea), '', '192.0.2.1', now(), now(),
                  now(), now() + interval '1 year')
                RETURNING id::text
                """)
            .param("user", Staffing.idOf(owner))
            .query(String.class)
            .single();
  }

  private String invitation() {
    return jdbc.sql(
            """
            INSERT INTO signup_invitations (id, email, token_hash, created_at, sent_at, expires_at)
            VALUES (gen_random_uuid(), gen_random_uuid() || '@example.org', sha256(gen_random_uuid()::text::bytea),
              now(), now(), now() + interval '1 year')
            RETURNING id::text
            """)
        .query(String.class)
        .single();
  }

  private String file() {
    return jdbc.sql(
            """
            INSERT INTO files (id, owner_user_id, type, storage_url, size_bytes)
            VALUES (gen_random_uuid(), :user, 'kyc', 'nowhere', 1) RETURNING id::text
            """)
        .param("user", Staffing.idOf(host()))
        .query(String.class)
        .single();
  }

  private String mail() {
    return jdbc.sql(
            """
            INSERT INTO outgoing_mails (id, recipient, subject, text_body, html_body, status, created_at, next_attempt_at)
            VALUES (gen_random_uuid(), 'a@example.org', 's', 't', 'h', 'kept', now(), now()) RETURNING id::text
            """)
        .query(String.class)
        .single();
  }

  private String entry() {
    return jdbc.sql("SELECT max(id)::text FROM audit_logs").query(String.class).single();
  }

  private static List<Row> table() throws IOException {
    try (var file = AccessTableModuleTest.class.getResourceAsStream("/access-table.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(Row::of)
          .toList();
    }
  }

  private TreeSet<String> routes() {
    List<String> routes = new ArrayList<>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(info ->
            info.getPatternValues().stream()
                .filter(pattern -> pattern.startsWith("/api/"))
                .forEach(pattern ->
                    info.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> routes.add(method + " " + pattern))));
    return new TreeSet<>(routes);
  }
}
