package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import parley.app.shared.PublicUrl;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestClock;
import parley.app.testing.TestDatabase;
import parley.app.testing.Together;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import tools.jackson.databind.JsonNode;

/** Every "at most so many" while two hundred ask at once. */
@ParleyTest
// However slow the machine: nobody is turned away for having waited long for a connection.
@TestPropertySource(properties = "spring.datasource.hikari.connection-timeout=600000")
class LimitsOfCountModuleTest {
  private static final int ASKERS = 200;
  private static final String ME = "/api/v1/users/me";

  @LocalServerPort int port;
  @Autowired TestDatabase database;
  @Autowired JdbcClient jdbc;
  @Autowired TestClock clock;
  @Autowired PublicUrl publicUrl;
  private Visitor ann = new Visitor(0);

  @BeforeEach
  void signUp() {
    database.empty();
    ann = new Visitor(port).signUp("ann@example.org");
    // Its CSRF cookie is there before two hundred requests at once would each ask for one.
    ann.get(ME);
  }

  @Test
  void fiftyApiKeys() {
    Map<String, Object> wish = Map.of("name", "Key", "scopes", List.of("chat:read"));
    List<Answer> answers = all(number -> ann.post(ME + "/api-keys", wish));
    assertThat(with(answers, 201)).isEqualTo(50);
    assertThat(codes(answers, 409))
        .as(tally(answers))
        .containsOnly("too_many_api_keys")
        .hasSize(150);
    assertThat(count("api_keys")).isEqualTo(50);
  }

  @Test
  void twentyPasskeys() {
    List<Map<String, Object>> made = new ArrayList<>();
    List<Visitor> sessions = sessions();
    for (Visitor session : sessions) {
      JsonNode options = session.post(ME + "/passkeys/options", Map.of()).json();
      TestPasskey passkey = new TestPasskey(publicUrl.base());
      made.add(Map.of("name", "Key", "credential", passkey.create(options)));
    }
    List<Answer> answers =
        all(number -> sessions.get(number).post(ME + "/passkeys", made.get(number)));
    assertThat(with(answers, 201)).isEqualTo(20);
    assertThat(codes(answers, 409))
        .as(tally(answers))
        .containsOnly("too_many_passkeys")
        .hasSize(180);
    assertThat(count("passkeys")).isEqualTo(20);
  }

  @Test
  void twentyDevicesToBeNotifiedOn() throws Exception {
    String key = publicKey();
    List<Answer> answers =
        all(number ->
            ann.post(
                "/api/v1/notifications/devices",
                Map.of(
                    "endpoint",
                    "https://push.example.org/" + number,
                    "keys",
                    Map.of("p256dh", key, "auth", base64(new byte[16])))));
    assertThat(with(answers, 201)).isEqualTo(ASKERS);
    assertThat(count("push_devices")).isEqualTo(20);
  }

  @Test
  void onePicture() throws IOException {
    byte[] picture = picture();
    List<Answer> answers = all(number -> ann.put(ME + "/picture", picture));
    assertThat(with(answers, 204)).isPositive();
    assertThat(
            jdbc.sql("SELECT count(DISTINCT picture_key) FROM profile_pictures")
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(count("files")).isEqualTo(count("profile_pictures"));
    assertThat(
            jdbc.sql(
                    """
                    SELECT profile_picture_url LIKE '%' || (SELECT min(picture_key) FROM profile_pictures) FROM users
                    """)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void oneArchiveUnderWay() {
    List<Answer> answers = all(number -> ann.post(ME + "/exports", Map.of()));
    assertThat(with(answers, 202)).isEqualTo(1);
    assertThat(codes(answers, 409))
        .as(tally(answers))
        .containsOnly("export_under_way")
        .hasSize(199);
  }

  @Test
  void oneChangeOfAddressThatWaits() {
    all(number -> ann.put(ME + "/email-change", Map.of("email", "new" + number + "@example.org")));
    assertThat(
            jdbc.sql(
                    "SELECT count(*) FROM email_changes WHERE confirmed_at IS NULL AND stopped_at IS NULL")
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void oneOpenInvitationForAnAddress() {
    Visitor staff = Staffing.visitor(port, jdbc, "moderator");
    List<Answer> answers =
        all(number -> staff.post("/api/v1/staff/invitations", Map.of("email", "new@example.org")));
    assertThat(with(answers, 201)).isEqualTo(ASKERS);
    assertThat(count("signup_invitations")).isEqualTo(1);
  }

  @Test
  void oneAuthenticatorAppAndTenRecoveryCodes() {
    JsonNode setup = ann.post(ME + "/authenticator-app", Map.of()).json();
    String code = new TestApp(setup.path("secret").asString()).codeAt(clock.instant());
    List<Visitor> sessions = sessions();
    List<Answer> confirmed =
        all(number ->
            sessions
                .get(number)
                .post(ME + "/authenticator-app/confirmation", Map.of("code", code)));
    assertThat(with(confirmed, 200)).isEqualTo(1);
    assertThat(count("authenticator_apps")).isEqualTo(1);
    assertThat(count("recovery_codes")).isEqualTo(10);
    List<Answer> renewed =
        all(number -> sessions.get(number).post(ME + "/recovery-codes", Map.of()));
    assertThat(with(renewed, 200) + with(renewed, 201)).as(tally(renewed)).isEqualTo(ASKERS);
    assertThat(count("recovery_codes")).isEqualTo(10);
  }

  @Test
  void asManySeatsAsThereAre() {
    JsonNode meeting = ann.post("/api/v1/meetings", Map.of("maxParticipants", 10)).json();
    String join = "/api/v1/meetings/" + meeting.path("code").asString() + "/join";
    List<Answer> answers =
        all(number -> new Visitor(port).post(join, Map.of("displayName", "Guest " + number)));
    assertThat(with(answers, 200)).isEqualTo(10);
    assertThat(codes(answers, 409)).containsOnly("meeting_full").hasSize(190);
    assertThat(jdbc.sql("SELECT seats_taken FROM meetings").query(Long.class).single())
        .isEqualTo(10);
  }

  @Test
  void fiveTriesForASecondStep() {
    JsonNode setup = ann.post(ME + "/authenticator-app", Map.of()).json();
    String code = new TestApp(setup.path("secret").asString()).codeAt(clock.instant());
    ann.post(ME + "/authenticator-app/confirmation", Map.of("code", code));
    Visitor begun = new Visitor(port);
    Map<String, String> login =
        Map.of("email", "ann@example.org", "password", "correct horse battery");
    assertThat(begun.post("/api/v1/sessions", login).status()).isEqualTo(202);
    // The code that was used up, so every one is wrong.
    List<Answer> answers =
        all(number -> begun.post("/api/v1/sessions/second-step", Map.of("code", code)));
    assertThat(codes(answers, 403).stream().filter("wrong_code"::equals).count())
        .isLessThanOrEqualTo(5);
    assertThat(with(answers, 201)).isZero();
    assertThat(jdbc.sql("SELECT max(tries) FROM code_tries").query(Long.class).single())
        .isLessThanOrEqualTo(5);
  }

  /** As many log-ins of Ann's: a change of a factor renews the token of its own session. */
  private List<Visitor> sessions() {
    return IntStream.range(0, ASKERS)
        .mapToObj(number -> {
          Visitor session = new Visitor(port);
          Answer begun =
              session.post(
                  "/api/v1/sessions",
                  Map.of("email", "ann@example.org", "password", "correct horse battery"));
          assertThat(begun.status()).isEqualTo(201);
          return session;
        })
        .toList();
  }

  private static String tally(List<Answer> answers) {
    return answers.stream()
        .collect(
            Collectors.groupingBy(
                answer -> answer.status() + " " + (answer.status() < 400 ? "" : answer.code()),
                Collectors.counting()))
        .toString();
  }

  private static List<Answer> all(IntFunction<Answer> deed) {
    return Together.run(ASKERS, deed);
  }

  private static long with(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).count();
  }

  private static List<String> codes(List<Answer> answers, int status) {
    return answers.stream().filter(answer -> answer.status() == status).map(Answer::code).toList();
  }

  private long count(String table) {
    return jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
  }

  private static byte[] picture() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), "png", bytes);
    return bytes.toByteArray();
  }

  private static String publicKey() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    var point = ((ECPublicKey) generator.generateKeyPair().getPublic()).getW();
    byte[] raw = new byte[65];
    raw[0] = 4;
    fill(raw, 33, point.getAffineX().toByteArray());
    fill(raw, 65, point.getAffineY().toByteArray());
    return base64(raw);
  }

  private static void fill(byte[] raw, int end, byte[] number) {
    byte[] digits = Arrays.copyOfRange(number, Math.max(0, number.length - 32), number.length);
    System.arraycopy(digits, 0, raw, end - digits.length, digits.length);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
