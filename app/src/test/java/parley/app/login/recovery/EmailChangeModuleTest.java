package parley.app.login.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.Mailbox;
import parley.app.testing.ParleyTest;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

@ParleyTest
class EmailChangeModuleTest {
  private static final String PASSWORD = "correct horse battery";
  private static final String MINE = "/api/v1/users/me/email-change";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;

  @Test
  void theAddressChangesWhenTheNewOneHasConfirmed() {
    Visitor user = verified("old1@example.org");
    assertThat(change(user, " New1@Example.org").status()).isEqualTo(202);
    assertThat(user.get(MINE).json().path("email").asString()).isEqualTo("new1@example.org");
    assertThat(emailOf(user)).isEqualTo("old1@example.org");
    String token = new Mailbox(jdbc, "new1@example.org").token("/email-change");
    assertThat(confirm(user, token).status()).isEqualTo(200);
    assertThat(emailOf(user)).isEqualTo("new1@example.org");
    assertThat(user.get("/api/v1/users/me").json().path("emailVerified").asBoolean()).isTrue();
    assertThat(user.get(MINE).json().path("email").isNull()).isTrue();
    assertThat(logIn("old1@example.org").status()).isEqualTo(401);
    assertThat(logIn("new1@example.org").status()).isEqualTo(201);
    assertThat(confirm(user, token).code()).isEqualTo("email_change_over");
    assertThat(new Mailbox(jdbc, "old1@example.org").subjects())
        .contains("Your e-mail address is about to change", "Your e-mail address was changed");
  }

  @Test
  void aChangeFromAnAddressThatIsNoLongerTheirsIsOver() {
    Visitor user = verified("from1@example.org");
    change(user, "to1@example.org");
    String token = new Mailbox(jdbc, "to1@example.org").token("/email-change");
    jdbc.sql("UPDATE users SET email = 'other1@example.org' WHERE email = 'from1@example.org'")
        .update();
    assertThat(confirm(user, token).code()).isEqualTo("email_change_over");
    assertThat(emailOf(user)).isEqualTo("other1@example.org");
  }

  @Test
  void itNeedsAFreshProof() {
    Visitor user = verified("stale@example.org");
    clock.advance(Duration.ofMinutes(11));
    assertThat(change(user, "elsewhere@example.org").code()).isEqualTo("step_up_needed");
  }

  @Test
  void theOldAddressStopsAChangeThatIsNotItsOwn() {
    Visitor thief = verified("victim2@example.org");
    change(thief, "thief2@example.org");
    String stop = new Mailbox(jdbc, "victim2@example.org").token("/email-change/stop");
    String resetToken = stop(stop).json().path("resetToken").asString();
    assertThat(thief.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(logIn("victim2@example.org").status()).isEqualTo(401);
    String confirm = new Mailbox(jdbc, "thief2@example.org").token("/email-change");
    assertThat(confirm(thief, confirm).status()).isEqualTo(401);
    assertThat(new Visitor(port).get("/api/v1/email-change?token=" + confirm).status())
        .isEqualTo(410);
    assertThat(reset(resetToken).status()).isEqualTo(204);
    assertThat(logIn("victim2@example.org", "seven green lanterns hum").status()).isEqualTo(201);
    assertThat(stop(stop).status()).isEqualTo(410);
  }

  @Test
  void theOldAddressTakesTheAccountBackForAWeek() {
    Visitor thief = verified("victim3@example.org");
    change(thief, "thief3@example.org");
    confirm(thief, new Mailbox(jdbc, "thief3@example.org").token("/email-change"));
    String undo = new Mailbox(jdbc, "victim3@example.org").token("/email-change/stop");
    clock.advance(Duration.ofDays(7).minusSeconds(1));
    Answer look = new Visitor(port).get("/api/v1/email-change/stop?token=" + undo);
    assertThat(look.json().path("newEmail").asString()).isEqualTo("thief3@example.org");
    assertThat(stop(undo).status()).isEqualTo(200);
    assertThat(thief.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(logIn("thief3@example.org").status()).isEqualTo(401);
    assertThat(exists("victim3@example.org")).isTrue();
  }

  @Test
  void aThiefWhoChangesOnDoesNotTakeTheAccountBack() {
    Visitor thief = verified("victim13@example.org");
    String kept = key(thief);
    clock.advance(Duration.ofMinutes(1));
    change(thief, "thief13@example.org");
    confirm(thief, new Mailbox(jdbc, "thief13@example.org").token("/email-change"));
    clock.advance(Duration.ofMinutes(1));
    change(thief, "third13@example.org");
    confirm(thief, new Mailbox(jdbc, "third13@example.org").token("/email-change"));
    String thiefs = key(thief);
    String undoOfThief = new Mailbox(jdbc, "thief13@example.org").token("/email-change/stop");
    Mailbox owner = new Mailbox(jdbc, "victim13@example.org");
    assertThat(stop(owner.token("/email-change/stop")).status()).isEqualTo(200);
    assertThat(exists("victim13@example.org")).isTrue();
    assertThat(stop(undoOfThief).code()).isEqualTo("email_change_over");
    assertThat(exists("victim13@example.org")).isTrue();
    assertThat(thief.get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(program(thiefs).get("/api/v1/users/me").status()).isEqualTo(401);
    assertThat(program(kept).get("/api/v1/users/me").status()).isEqualTo(200);
  }

  private static String key(Visitor browser) {
    return browser
        .post("/api/v1/users/me/api-keys", Map.of("name", "Key", "scopes", List.of("account:read")))
        .json()
        .path("secret")
        .asString();
  }

  private Visitor program(String secret) {
    return new Visitor(port).with("Authorization", "Bearer " + secret);
  }

  @Test
  void theHolderOfAMistypedAddressDoesNotGetTheAccount() {
    Visitor user = verified("typed14@example.org");
    change(user, "mistyped14@example.org");
    String token = new Mailbox(jdbc, "mistyped14@example.org").token("/email-change");
    assertThat(confirm(new Visitor(port), token).code()).isEqualTo("not_logged_in");
    assertThat(confirm(new Visitor(port).signUp("holder14@example.org"), token).code())
        .isEqualTo("not_your_change");
    assertThat(emailOf(user)).isEqualTo("typed14@example.org");
  }

  @Test
  void aWeekLaterTheChangeStays() {
    Visitor user = verified("old4@example.org");
    change(user, "new4@example.org");
    confirm(user, new Mailbox(jdbc, "new4@example.org").token("/email-change"));
    clock.advance(Duration.ofDays(7));
    assertThat(stop(new Mailbox(jdbc, "old4@example.org").token("/email-change/stop")).status())
        .isEqualTo(410);
  }

  @Test
  void whileItCanBeTakenBackNobodyElseGetsTheOldAddress() {
    Visitor user = verified("kept5@example.org");
    change(user, "new5@example.org");
    confirm(user, new Mailbox(jdbc, "new5@example.org").token("/email-change"));
    Map<String, String> form =
        Map.of("email", "kept5@example.org", "password", PASSWORD, "displayName", "Eve");
    assertThat(new Visitor(port).post("/api/v1/users", form).code()).isEqualTo("email_taken");
    Visitor other = verified("other5@example.org");
    assertThat(change(other, "kept5@example.org").code()).isEqualTo("email_taken");
    assertThat(change(user, "kept5@example.org").status()).isEqualTo(202);
    clock.advance(Duration.ofDays(8));
    assertThat(new Visitor(port).post("/api/v1/users", form).status()).isEqualTo(201);
  }

  @Test
  void aMailboxThatWasNeverProvenGetsNoPowerOverTheAccount() {
    Visitor user = new Visitor(port).signUp("typo6@example.org");
    change(user, "right6@example.org");
    confirm(user, new Mailbox(jdbc, "right6@example.org").token("/email-change"));
    assertThat(emailOf(user)).isEqualTo("right6@example.org");
    assertThat(String.join("\n", new Mailbox(jdbc, "typo6@example.org").texts()))
        .doesNotContain("/email-change/stop");
  }

  @Test
  void aTakenAddressIsSaidToBeTaken() {
    new Visitor(port).signUp("taken7@example.org");
    Visitor user = verified("asker7@example.org");
    Answer answer = change(user, "Taken7@example.org");
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.code()).isEqualTo("email_taken");
    assertThat(new Mailbox(jdbc, "taken7@example.org").subjects()).hasSize(1);
  }

  @Test
  void whoWasQuickerHasTheAddress() {
    Visitor slow = verified("slow8@example.org");
    change(slow, "wanted8@example.org");
    String token = new Mailbox(jdbc, "wanted8@example.org").token("/email-change");
    new Visitor(port).signUp("wanted8@example.org");
    assertThat(confirm(slow, token).code()).isEqualTo("email_taken");
    assertThat(emailOf(slow)).isEqualTo("slow8@example.org");
  }

  @Test
  void anotherWishReplacesTheOneBeforeAndADayIsEnough() {
    Visitor user = verified("first9@example.org");
    change(user, "second9@example.org");
    String second = new Mailbox(jdbc, "second9@example.org").token("/email-change");
    change(user, "third9@example.org");
    assertThat(confirm(user, second).status()).isEqualTo(410);
    String third = new Mailbox(jdbc, "third9@example.org").token("/email-change");
    clock.advance(Duration.ofDays(1));
    assertThat(confirm(user, third).status()).isEqualTo(410);
  }

  @Test
  void theUserCallsItOff() {
    Visitor user = verified("stay10@example.org");
    change(user, "go10@example.org");
    assertThat(user.delete(MINE).status()).isEqualTo(204);
    assertThat(confirm(user, new Mailbox(jdbc, "go10@example.org").token("/email-change")).status())
        .isEqualTo(410);
  }

  @Test
  void lookingAtALinkChangesNothing() {
    Visitor user = verified("look11@example.org");
    change(user, "new11@example.org");
    String token = new Mailbox(jdbc, "new11@example.org").token("/email-change");
    assertThat(new Visitor(port).get("/api/v1/email-change?token=" + token).status())
        .isEqualTo(200);
    assertThat(emailOf(user)).isEqualTo("look11@example.org");
  }

  @Test
  void noAddressStandsInTheTrail() {
    Visitor user = verified("trail12@example.org");
    change(user, "new12@example.org");
    confirm(user, new Mailbox(jdbc, "new12@example.org").token("/email-change"));
    String trail =
        String.join(
            "\n",
            jdbc.sql("SELECT action || ' ' || a::text FROM audit_logs a")
                .query(String.class)
                .list());
    assertThat(trail).contains("email_changed").doesNotContain("12@example.org");
  }

  private Visitor verified(String email) {
    Visitor visitor = new Visitor(port).signUp(email);
    jdbc.sql("UPDATE users SET email_verified = true WHERE email = :email")
        .param("email", email)
        .update();
    return visitor;
  }

  private static Answer change(Visitor visitor, String email) {
    return visitor.put(MINE, Map.of("email", email));
  }

  private static Answer confirm(Visitor visitor, String token) {
    return visitor.post("/api/v1/email-change", Map.of("token", token));
  }

  private Answer stop(String token) {
    return new Visitor(port).post("/api/v1/email-change/stop", Map.of("token", token));
  }

  private Answer reset(String token) {
    return new Visitor(port)
        .post(
            "/api/v1/password-reset",
            Map.of("token", token, "password", "seven green lanterns hum"));
  }

  private Answer logIn(String email) {
    return logIn(email, PASSWORD);
  }

  private Answer logIn(String email, String password) {
    return new Visitor(port).post("/api/v1/sessions", Map.of("email", email, "password", password));
  }

  private boolean exists(String email) {
    return jdbc.sql("SELECT EXISTS (SELECT 1 FROM users WHERE email = :email)")
        .param("email", email)
        .query(Boolean.class)
        .single();
  }

  private static String emailOf(Visitor visitor) {
    return visitor.get("/api/v1/users/me").json().path("email").asString();
  }
}
