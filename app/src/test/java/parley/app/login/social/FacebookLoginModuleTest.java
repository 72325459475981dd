package parley.app.login.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import parley.app.testing.Mailbox;
import parley.app.testing.ParleyTest;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;

/** Facebook's way in, which is no OpenID Connect. */
@ParleyTest
class FacebookLoginModuleTest {
  private static final GraphServer graph = new GraphServer();
  private static final String WAY = "/api/v1/social-logins/facebook";
  private static final String LINKED = "/api/v1/users/me/linked-accounts";

  @LocalServerPort int port;
  @Autowired JdbcClient jdbc;

  @DynamicPropertySource
  static void facebook(DynamicPropertyRegistry settings) {
    settings.add("parley.public-url", () -> "https://meet.example.net");
    settings.add("parley.login.providers.facebook.issuer", graph::base);
    settings.add("parley.login.providers.facebook.client-id", () -> GraphServer.CLIENT);
    settings.add("parley.login.providers.facebook.client-secret", () -> GraphServer.SECRET);
  }

  @AfterAll
  static void stop() {
    graph.stop();
  }

  @Test
  void theDialogIsAskedForAnAddressWithStateAndChallenge() {
    URI dialog = begin(new Visitor(port));
    assertThat(dialog.getPath()).isEqualTo("/v23.0/dialog/oauth");
    assertThat(SocialLoginModuleTest.query(dialog))
        .containsEntry("client_id", GraphServer.CLIENT)
        .containsEntry("redirect_uri", "https://meet.example.net/login/from/facebook")
        .containsEntry("response_type", "code")
        .containsEntry("scope", "email public_profile")
        .containsEntry("code_challenge_method", "S256")
        .containsKeys("state", "code_challenge");
  }

  @Test
  void somebodyNewComesInWithAnAddressThatIsNotProven() {
    Visitor visitor = new Visitor(port);
    Answer in = logIn(visitor, person("1", "Grace Hopper", "grace@example.org"));
    assertThat(in.status()).as(in.json().toString()).isEqualTo(201);
    assertThat(in.json().path("displayName").asString()).isEqualTo("Grace Hopper");
    assertThat(in.json().path("emailVerified").asBoolean()).isFalse();
    new Mailbox(jdbc, "grace@example.org").token("/verify");
    assertThat(
            jdbc.sql("SELECT signup_source FROM users WHERE email = 'grace@example.org'")
                .query(String.class)
                .single())
        .isEqualTo("facebook");
    Answer again = logIn(new Visitor(port), person("1", "G. Hopper", "moved@example.org"));
    assertThat(again.json().path("email").asString()).isEqualTo("grace@example.org");
  }

  @Test
  void noAccountIsLinkedByAnAddressThatFacebookNames() {
    signedUp("owner@example.org");
    assertThat(logIn(new Visitor(port), person("2", "Owner", "owner@example.org")).code())
        .isEqualTo("link_needed");
  }

  @Test
  void whoIsLoggedInLinksAndComesInThatWay() {
    Visitor owner = signedUp("linker@example.org");
    URI dialog =
        URI.create(owner.post(LINKED + "/facebook", Map.of()).json().path("url").asString());
    Map<String, Object> there = person("3", "Linker", "private@example.net");
    assertThat(owner.post(WAY + "/answer", graph.agree(dialog, there)).status()).isEqualTo(200);
    Answer in = logIn(new Visitor(port), there);
    assertThat(in.json().path("email").asString()).isEqualTo("linker@example.org");
  }

  /** A Facebook account can be had with a phone number alone. */
  @Test
  void withoutAnAddressThereIsNoAccount() {
    assertThat(logIn(new Visitor(port), Map.of("id", "4", "name", "Nobody")).code())
        .isEqualTo("no_email");
  }

  @Test
  void aPersonWithoutAnIdIsNobody() {
    assertThat(logIn(new Visitor(port), Map.of("email", "noid@example.org")).code())
        .isEqualTo("social_login_failed");
  }

  @Test
  void aCodeIsGoodOnceAndOnlyForWhoAskedForIt() {
    Map<String, Object> there = person("5", "Stolen", "stolen@example.org");
    Map<String, String> stolen = graph.agree(begin(new Visitor(port)), there);
    Visitor thief = new Visitor(port);
    Map<String, String> own = new HashMap<>(graph.agree(begin(thief), there));
    own.put("code", stolen.get("code"));
    assertThat(thief.post(WAY + "/answer", own).code()).isEqualTo("social_login_failed");
    assertThat(thief.cookie("parley_session")).isEmpty();
  }

  private Visitor signedUp(String email) {
    Visitor visitor = new Visitor(port).signUp(email);
    jdbc.sql("UPDATE users SET email_verified = true WHERE email = ?").param(email).update();
    return visitor;
  }

  private URI begin(Visitor visitor) {
    return URI.create(visitor.post(WAY, Map.of()).json().path("url").asString());
  }

  private Answer logIn(Visitor visitor, Map<String, Object> person) {
    return visitor.post(WAY + "/answer", graph.agree(begin(visitor), person));
  }

  private static Map<String, Object> person(String id, String name, String email) {
    return Map.of("id", id, "name", name, "email", email);
  }
}
