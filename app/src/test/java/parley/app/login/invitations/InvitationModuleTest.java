package parley.app.login.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
import org.springframework.test.context.TestPropertySource;
import parley.app.testing.Mailbox;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;

/** By the settings file, this Parley is by invitation. */
@ParleyTest
@TestPropertySource(properties = "parley.login.sign-up=invitation")
class InvitationModuleTest {
  private static final String LIST = "/api/v1/staff/invitations";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  private Visitor staff = new Visitor(0);

  @BeforeEach
  void aModerator() {
    jdbc.sql("DELETE FROM entry_rules").update();
    staff = user("moderator");
  }

  @Test
  void theLinkMakesAnAccountWithAProvenAddressOnce() {
    assertThat(invite("amara@example.org").status()).isEqualTo(201);
    String token = new Mailbox(jdbc, "amara@example.org").token("/signup");
    assertThat(
            new Visitor(port)
                .get("/api/v1/invitation?token=" + token)
                .json()
                .path("email")
                .asString())
        .isEqualTo("amara@example.org");
    Answer made = signUp("amara@example.org", token);
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().path("emailVerified").asBoolean()).isTrue();
    assertThat(new Mailbox(jdbc, "amara@example.org").subjects()).hasSize(1);
    assertThat(signUp("amara@example.org", token).code()).isEqualTo("invitation_over");
    assertThat(state("amara@example.org")).isEqualTo("accepted");
  }

  @Test
  void itIsForOneAddressOnly() {
    invite("mine@example.org");
    String token = new Mailbox(jdbc, "mine@example.org").token("/signup");
    assertThat(signUp("other@example.org", token).code()).isEqualTo("invitation_for_another");
    assertThat(signUp("mine@example.org", null).code()).isEqualTo("signup_by_invitation");
  }

  @Test
  void ofManyAtOnceOneUsesIt() throws Exception {
    invite("race@example.org");
    String token = new Mailbox(jdbc, "race@example.org").token("/signup");
    Callable<Integer> click = () -> signUp("race@example.org", token).status();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> statuses =
          threads.invokeAll(IntStream.range(0, 10).mapToObj(i -> click).toList()).stream()
              .map(Future::resultNow)
              .sorted()
              .toList();
      assertThat(statuses.getFirst()).isEqualTo(201);
      assertThat(statuses.subList(1, 10)).allMatch(status -> status == 409 || status == 410);
    }
  }

  @Test
  void aWeekLaterOrWithdrawnItIsOver() {
    invite("late@example.org");
    String token = new Mailbox(jdbc, "late@example.org").token("/signup");
    clock.advance(Duration.ofDays(7));
    assertThat(signUp("late@example.org", token).code()).isEqualTo("invitation_over");
    staff = user("moderator");
    assertThat(state("late@example.org")).isEqualTo("expired");
    String id = invite("gone@example.org").json().path("id").asString();
    String gone = new Mailbox(jdbc, "gone@example.org").token("/signup");
    assertThat(staff.delete(LIST + "/" + id).status()).isEqualTo(204);
    assertThat(staff.delete(LIST + "/" + id).status()).isEqualTo(404);
    assertThat(signUp("gone@example.org", gone).code()).isEqualTo("invitation_over");
  }

  @Test
  void sentAgainTheOlderLinkIsDead() {
    String id = invite("again@example.org").json().path("id").asString();
    String first = new Mailbox(jdbc, "again@example.org").token("/signup");
    clock.advance(Duration.ofMinutes(1));
    assertThat(staff.post(LIST + "/" + id + "/resend", Map.of()).status()).isEqualTo(200);
    String second = new Mailbox(jdbc, "again@example.org").tokenBeside("/signup", first);
    assertThat(signUp("again@example.org", first).code()).isEqualTo("invitation_over");
    assertThat(signUp("again@example.org", second).status()).isEqualTo(201);
  }

  @Test
  void anInvitationNeedsAFreshProofAndTakingItBackDoesNot() {
    String id = invite("fresh@example.org").json().path("id").asString();
    clock.advance(Duration.ofMinutes(11));
    assertThat(invite("stale@example.org").code()).isEqualTo("step_up_needed");
    assertThat(staff.post(LIST + "/" + id + "/resend", Map.of()).code())
        .isEqualTo("step_up_needed");
    assertThat(state("stale@example.org")).isEqualTo("not there");
    assertThat(staff.delete(LIST + "/" + id).status()).isEqualTo(204);
  }

  @Test
  void invitingTwiceSendsOneAgain() {
    String id = invite("twice@example.org").json().path("id").asString();
    assertThat(invite("Twice@Example.org").json().path("id").asString()).isEqualTo(id);
  }

  @Test
  void whoHasAnAccountIsNotInvited() {
    invite("member@example.org");
    signUp("member@example.org", new Mailbox(jdbc, "member@example.org").token("/signup"));
    assertThat(invite("member@example.org").code()).isEqualTo("email_taken");
  }

  @Test
  void onlyStaffInviteAndTheTrailKeepsNoAddress() {
    Visitor guest = user(null);
    assertThat(guest.post(LIST, Map.of("email", "x@example.org")).status()).isEqualTo(404);
    assertThat(user("compliance").post(LIST, Map.of("email", "x@example.org")).status())
        .isEqualTo(403);
    invite("traced@example.org");
    String trail =
        String.join(
            "\n",
            jdbc.sql("SELECT a::text FROM audit_logs a WHERE entity_type = 'invitation'")
                .query(String.class)
                .list());
    assertThat(trail).contains("invited").doesNotContain("traced@example.org");
  }

  @Test
  void theTableHoldsNoLinkThatWorks() {
    invite("hash@example.org");
    String token = new Mailbox(jdbc, "hash@example.org").token("/signup");
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM signup_invitations r WHERE r::text LIKE '%' || :t || '%'")
                .param("t", token)
                .query(Long.class)
                .single())
        .isZero();
  }

  private static int people;

  // Nobody can sign up here, so the account is put there.
  private Visitor user(@org.jspecify.annotations.Nullable String staffRole) {
    jdbc.sql(
            """
            INSERT INTO entry_rules (id, sign_up, sign_up_domains, hosts, host_domains, verified_only, changed_at)
            VALUES (1, 'open', '{}', 'everyone', '{}', false, now())
            """)
        .update();
    String email = "inviter" + ++people + "@example.org";
    Visitor visitor = new Visitor(port).signUp(email);
    jdbc.sql("DELETE FROM entry_rules").update();
    if (staffRole != null) {
      jdbc.sql(
              """
              INSERT INTO admin_users (id, user_id, role) SELECT id, id, :role FROM users WHERE email = :email
              """)
          .param("role", staffRole)
          .param("email", email)
          .update();
    }
    return visitor;
  }

  private Answer invite(String email) {
    return staff.post(LIST, Map.of("email", email));
  }

  private Answer signUp(String email, @org.jspecify.annotations.Nullable String invitation) {
    var form =
        new java.util.HashMap<String, Object>(
            Map.of("email", email, "password", "correct horse battery", "displayName", "Ada"));
    if (invitation != null) {
      form.put("invitation", invitation);
    }
    return new Visitor(port).post("/api/v1/users", form);
  }

  private String state(String email) {
    for (JsonNode item : staff.get(LIST).json().path("items")) {
      if (item.path("email").asString().equals(email)) {
        return item.path("state").asString();
      }
    }
    return "not there";
  }
}
