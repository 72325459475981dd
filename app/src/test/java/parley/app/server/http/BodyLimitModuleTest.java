package parley.app.server.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import parley.app.shared.PatchText;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;
import parley.app.testing.Visitor.Answer;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/** Danger 47: how much of a body is read, and how JSON is, as the running server does it. */
@ParleyTest
class BodyLimitModuleTest {
  private static final String RESETS = "/api/v1/password-resets";
  private static final int USUAL = 64 * 1024;
  private static final AtomicInteger people = new AtomicInteger();

  @LocalServerPort int port;
  @Autowired JsonMapper mapper;
  @Autowired TestDatabase database;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;

  @Test
  void aBodyOfSixtyFourKilobytesIsTheLargest() {
    Answer fits = new Visitor(port).post(RESETS, padded(USUAL));
    Answer over = new Visitor(port).post(RESETS, padded(USUAL + 1));
    assertThat(fits.status()).as(new String(fits.bytes(), UTF_8)).isEqualTo(202);
    assertThat(over.status()).isEqualTo(413);
    assertThat(over.code()).isEqualTo("too_large");
    assertThat(over.json().path("detail").asString()).contains("64 kB");
  }

  /** Nobody waits for the rest: the answer comes while the body still has no end. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "application/json;charset=UTF-16",
        "application/x-www-form-urlencoded",
        "multipart/form-data;boundary=b",
        "text/plain"
      })
  void aBodyThatDoesNotSayItsSizeIsRefusedWhileItIsRead(String contentType) throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      say(socket, head("POST", RESETS, contentType, "Transfer-Encoding: chunked"));
      String piece = "2000\r\n" + " ".repeat(0x2000) + "\r\n";
      for (int i = 0; i < 9; i++) {
        say(socket, piece);
      }
      assertThat(status(socket)).isIn(413, 415);
    }
  }

  @Test
  void aBodyThatSaysThatItIsTooLargeIsNotWaitedFor() throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      say(socket, head("POST", RESETS, "application/json", "Content-Length: 90000000"));
      assertThat(status(socket)).isEqualTo(413);
    }
  }

  /** Parsers of other formats know none of these limits, whoever brought them along. */
  @ParameterizedTest
  @ValueSource(
      strings = {"yaml", "x-yaml", "cbor", "xml", "x-www-form-urlencoded", "x-jackson-smile", "*"})
  void nothingButJsonIsRead(String kind) {
    String request =
        head("POST", RESETS, "application/" + kind, "Connection: close\r\nContent-Length: 29");
    assertThat(RawHttp.send(port, request + "email: nobody@example.org    ").status())
        .isEqualTo(415);
  }

  @Test
  void aRouteThatTakesMoreSaysSo() {
    Visitor visitor = newVisitor();
    Answer noPicture = visitor.put("/api/v1/users/me/picture", new byte[1 << 20]);
    Answer tooLarge = visitor.put("/api/v1/users/me/picture", new byte[(10 << 20) + 1]);
    assertThat(noPicture.code()).isEqualTo("picture_unreadable");
    assertThat(tooLarge.status()).isEqualTo(413);
    assertThat(tooLarge.code()).isEqualTo("file_too_large");
  }

  @Test
  void nestingEndsAtSixtyFour() {
    assertThat(new Visitor(port).post(RESETS, nested(62)).code()).isEqualTo("invalid_request");
    assertThat(new Visitor(port).post(RESETS, nested(65)).code()).isEqualTo("malformed_json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"email\":\"a@example.org\",\"email\":\"b@example.org\"}",
        "{\"other\":{\"__proto__\":1}}",
        "{\"email\":\"a\\u0000b@example.org\"}",
        "{\"email\":\"a\\uD800b@example.org\"}"
      })
  void whatIsNoSoundJsonIsRefused(String body) {
    assertThat(new Visitor(port).post(RESETS, body).status()).isEqualTo(400);
  }

  @Test
  void numbersHaveAnEnd() {
    String digits = "9".repeat(101);
    Answer answer = new Visitor(port).post(RESETS, "{\"other\":[" + digits + "]}");
    assertThat(answer.code()).isEqualTo("malformed_json");
  }

  @Test
  void aPasswordHasAtMost1024CharactersWhereverItIsTaken() {
    Visitor visitor = newVisitor();
    String longest = "\uFDFA".repeat(1024);
    String longer = longest + "x";
    assertThat(logIn(longest).code()).isEqualTo("wrong_credentials");
    assertThat(says1024(logIn(longer))).isTrue();
    assertThat(says1024(visitor.put("/api/v1/users/me/password", Map.of("password", longer))))
        .isTrue();
    assertThat(says1024(visitor.post("/api/v1/sessions/current/proof", Map.of("password", longer))))
        .isTrue();
    for (String path : new String[] {"/api/v1/users", "/api/v1/setup", "/api/v1/password-reset"}) {
      assertThat(says1024(new Visitor(port).post(path, Map.of("password", longer))))
          .as(path)
          .isTrue();
    }
    assertThat(
            visitor.put("/api/v1/users/me/password", Map.of("password", "é?".repeat(512))).status())
        .isEqualTo(204);
  }

  /** Where no request is read, a text may be longer, but not without an end. */
  @Test
  void allOtherJsonHasItsLimitsToo() {
    String longest = "\"" + "x".repeat(1 << 20) + "\"";
    assertThat(mapper.readValue(longest, String.class)).hasSize(1 << 20);
    assertThatThrownBy(() -> mapper.readValue("\"" + "x".repeat(2 << 20) + "\"", String.class))
        .isInstanceOf(StreamConstraintsException.class);
  }

  @Test
  void noTextOfAnyBodyIsWithoutAnEnd() {
    Visitor visitor = newVisitor();
    Staffing.give(JdbcClient.create(database.owner()), Staffing.idOf(visitor), "admin");
    SoftAssertions softly = new SoftAssertions();
    for (Field field : fields()) {
      String json = "{\"%s\":\"%s\"}".formatted(field.name(), "x".repeat(field.longest() + 1));
      Answer answer = visitor.send(field.method(), field.path(), json);
      softly.assertThat(answer.status()).as(field.toString()).isEqualTo(400);
      softly
          .assertThat(answer.json().at("/errors/0/field").asString())
          .as(field.toString())
          .isEqualTo(field.name());
    }
    softly.assertAll();
  }

  /** A text in the body of a route, and how long it may be at most, in characters. */
  private record Field(String method, String path, String name, int longest) {}

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          String method =
              info.getMethodsCondition().getMethods().stream()
                  .map(Enum::name)
                  .findFirst()
                  .orElse("");
          String path =
              info.getPatternValues()
                  .iterator()
                  .next()
                  .replaceAll("\\{[^}]*}", "00000000-0000-7000-8000-000000000000");
          for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)
                && parameter.getParameterType().isRecord()) {
              for (RecordComponent part : parameter.getParameterType().getRecordComponents()) {
                if (part.getType() == String.class || part.getType() == PatchText.class) {
                  Size size = part.getAccessor().getAnnotation(Size.class);
                  int longest = size == null ? 1024 : Math.max(1024, size.max());
                  fields.add(new Field(method, path, part.getName(), longest));
                }
              }
            }
          }
        });
    assertThat(fields).hasSizeGreaterThan(40).allMatch(field -> field.longest() <= 10_000);
    return fields;
  }

  private Answer logIn(String password) {
    return new Visitor(port)
        .post("/api/v1/sessions", Map.of("email", "nobody@example.org", "password", password));
  }

  private static boolean says1024(Answer answer) {
    return answer.status() == 400
        && answer.json().at("/errors/0/field").asString().equals("password")
        && answer.json().path("detail").asString().contains("1,024 characters");
  }

  private Visitor newVisitor() {
    return new Visitor(port).signUp("body" + people.incrementAndGet() + "@example.org");
  }

  private static String padded(int bytes) {
    String json = "{\"email\":\"nobody@example.org\"}";
    return json + " ".repeat(bytes - json.length());
  }

  private static String nested(int depth) {
    return "{\"other\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
  }

  private static String head(String method, String path, String contentType, String more) {
    return "%s %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\n%s\r\n\r\n"
        .formatted(method, path, contentType, more);
  }

  private static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(US_ASCII));
  }

  private static int status(Socket socket) throws IOException {
    socket.setSoTimeout(300_000);
    byte[] line = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
    return Integer.parseInt(new String(line, US_ASCII).substring("HTTP/1.1 ".length()));
  }
}
