package parley.app.server.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import parley.app.server.http.RawHttp.Answer;
import parley.app.testing.ParleyTest;
import parley.app.testing.Staffing;
import parley.app.testing.TestDatabase;
import parley.app.testing.Visitor;

/**
 * Throws what no browser sends at every route there is, as an administrator who has just logged in:
 * the answer is never that something went wrong on our side, and the log stays quiet.
 */
@ParleyTest
@ExtendWith(OutputCaptureExtension.class)
class StrangeRequestsModuleTest {
  private static final String ID = "00000000-0000-7000-8000-000000000000";
  private static final String FAR = "+999999-01-01T00:00:00Z";
  private static final String EARLY = "-999999-01-01T00:00:00Z";

  private static final List<String> PARAMETERS =
      List.of(
          "",
          "-1",
          "2147483647",
          "-2147483648",
          "99999999999999999999",
          "1e400",
          "NaN",
          "%00",
          "%FF",
          "%",
          "%zz",
          "%ED%A0%80",
          "%EF%BF%BF",
          "%F0%9F%98%80",
          "'",
          "%2525",
          "a".repeat(5000),
          encoded(FAR),
          encoded(EARLY),
          "0000-01-01T00:00:00Z",
          "9999-12-31T23:59:59Z",
          "0001-01-01T00:00:00Z",
          cursor(FAR),
          cursor(EARLY),
          cursor("9999-12-31T23:59:59Z"),
          ID);

  private static final List<String> QUERIES =
      List.of(
          "=x", "&&", "a", "=", "token=%FF", "a=%", "%00=1", "a=%00", "a[]=1", "_method=DELETE");

  private static final List<String> SEGMENTS =
      List.of(
          "0",
          "-1",
          "null",
          "99999999999999999999",
          "%F0%9F%98%80",
          "%FF",
          "%C3",
          "%00",
          "%0d%0a",
          "'",
          "*",
          "{x}",
          "a".repeat(5000),
          " ".repeat(3).replace(" ", "%20"));

  private static final List<String> HEADERS =
      List.of(
          "Accept: garbage",
          "Accept: text/*;q=abc",
          "Accept: " + ",".repeat(300),
          "Accept: text/html",
          "Accept: application/xml",
          "Accept-Language: " + "xx-".repeat(300),
          "Accept-Language: *;q=nan",
          "Accept-Encoding: gzip;q=-1, x",
          "Accept-Charset: foo",
          "Range: bytes=9-1",
          "Range: bytes=99999999999999999999-",
          "Range: bytes=" + "0-0,".repeat(200),
          "Range: lines=1",
          "If-Modified-Since: yesterday",
          "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
          "If-None-Match: \"",
          "If-None-Match: W/\"",
          "If-Match: \"x\"",
          "If-Range: x",
          "Cookie: parley_session=%FF",
          "Cookie: parley_session=\"",
          "Cookie: =;=;,",
          "Cookie: parley_session=\u00e9\u0080\u00ff",
          "Cookie: XSRF-TOKEN=\u00ff; parley_device=%",
          "Cookie: parley_pass_x=1; parley_session=" + "a".repeat(4000),
          "Authorization: Bearer",
          "Authorization: Bearer \u00ff\u00fe",
          "Authorization: Bearer a.b.c",
          "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.",
          "Authorization: Bearer " + "a".repeat(8000),
          "Authorization: Basic ===",
          "Origin: garbage",
          "Origin: null",
          "User-Agent: \u0080\u00ff\u0001x",
          "User-Agent: " + "a".repeat(8000),
          "Referer: \u00e9",
          "X-XSRF-TOKEN: \u00ff",
          "Expect: nothing",
          "Upgrade: websocket",
          "Upgrade: h2c\r\nHTTP2-Settings: AAA",
          "Content-Type: garbage",
          "Content-Type: multipart/form-data",
          "Content-Type: multipart/form-data; boundary=",
          "Content-Type: application/json; charset=foo",
          "Content-Type: application/json; charset=\"",
          "Content-Type: application/x-www-form-urlencoded",
          "Content-Type: */*",
          "Content-Type: application/yaml",
          "Content-Type: application/cbor",
          "Content-Type: application/xml",
          "Content-Encoding: gzip",
          "X-Long: " + "a".repeat(70_000));

  private static final List<String> BODIES =
      List.of(
          "",
          "{}",
          "[]",
          "null",
          "\"\"",
          "1",
          "{\"",
          "\u00ef\u00bb\u00bf{}",
          "\u00ff\u00fe",
          "{\"a\":\"\u00ff\"}",
          "{\"a\":1e999999999}",
          "[[[[[[[[[[[[",
          "a=%FF&=x");

  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "1e400",
          "99999999999999999999",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\uD800\"",
          "\"" + "x".repeat(2000) + "\"",
          "\"" + FAR + "\"",
          "\"" + EARLY + "\"",
          "\"9999-12-31T23:59:59Z\"",
          "1e300",
          "\"" + ID + "\"",
          "\"everyone\"",
          "[]",
          "{}",
          "[null]",
          "[\"\\u0000\"]",
          "{\"a\":null}");

  @LocalServerPort int port;
  @Autowired RequestMappingHandlerMapping requestMappingHandlerMapping;
  @Autowired TestDatabase database;

  private final SoftAssertions softly = new SoftAssertions();
  private final AtomicInteger sent = new AtomicInteger();

  private record Route(String method, String pattern, HandlerMethod handler) {
    String path() {
      return pattern.replaceAll("\\{\\*?[^}]*}", ID);
    }

    boolean changes() {
      return !method.equals("GET");
    }
  }

  @Test
  void noRouteTakesAStrangeRequestForAnErrorOfOurs(CapturedOutput output) {
    for (Route route : routes()) {
      String credentials = credentials();
      for (String query : queries(route)) {
        ask(route.method(), route.path() + "?" + query, credentials, "{}");
      }
      for (String segment : SEGMENTS) {
        if (route.pattern().contains("{")) {
          String path = route.pattern().replaceAll("\\{\\*?[^}]*}", segment.replace("$", ""));
          ask(route.method(), path, credentials, "{}");
        }
      }
      for (String header : HEADERS) {
        ask(route.method(), route.path(), credentials + header + "\r\n", "{}");
      }
      for (String body : bodies(route)) {
        ask(route.method(), route.path(), credentials, body);
      }
      for (String method : List.of("FOO", "TRACE", "PROPFIND", "get", "HEAD", "OPTIONS")) {
        ask(method, route.path(), credentials, "");
      }
    }
    softly.assertAll();
    assertThat(sent.get()).isGreaterThan(10_000);
    assertThat(output.getAll()).doesNotContain("A request failed", "\tat ", "Exception");
  }

  @Test
  void whatIsNoHttpAtAllIsRefusedInWords(CapturedOutput output) {
    for (String request :
        List.of(
            "GET /\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "GET  HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET /a b HTTP/1.1\r\nHost: localhost\r\n\r\n",
            "GET /\u00ff HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: localhost\r\nbad header\r\nConnection: close\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\r\n\r\n")) {
      Answer answer = RawHttp.send(port, request);
      softly.assertThat(answer.status()).as(request).isNotIn(500, 502, 503, 504);
      softly.assertThat(answer.body()).as(request).doesNotContain("<html", "Tomcat", "Exception");
    }
    softly.assertAll();
    assertThat(output.getAll()).doesNotContain("\tat ");
  }

  private void ask(String method, String target, String headers, String body) {
    String request =
        "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s%sContent-Length: %d\r\n\r\n%s"
            .formatted(
                method,
                target,
                headers,
                headers.contains("Content-Type") ? "" : "Content-Type: application/json\r\n",
                body.length(),
                body);
    Answer answer = RawHttp.send(port, request);
    sent.incrementAndGet();
    String shown = request.length() > 400 ? request.substring(0, 400) : request;
    softly
        .assertThat(answer.status())
        .as(shown)
        .satisfiesAnyOf(
            status -> assertThat(status).isBetween(101, 499),
            // A head that is too long is not read to its end.
            status -> assertThat(request).hasSizeGreaterThan(65_536));
    softly.assertThat(answer.body()).as(shown).doesNotContain("Exception", "\tat ");
    if (answer.status() >= 400 && !target.startsWith("/rtc")) {
      softly
          .assertThat(answer.header("content-type").orElse(""))
          .as(shown)
          .matches("application/problem\\+json|text/html;charset=UTF-8|");
    }
  }

  private static List<String> queries(Route route) {
    List<String> queries = new ArrayList<>(QUERIES);
    for (MethodParameter parameter : route.handler().getMethodParameters()) {
      if (parameter.hasParameterAnnotation(RequestParam.class)) {
        String name = parameter.getParameter().getName();
        PARAMETERS.forEach(value -> queries.add(name + "=" + value));
      }
    }
    return queries;
  }

  private static List<String> bodies(Route route) {
    if (!route.changes()) {
      return List.of("{}");
    }
    List<String> bodies = new ArrayList<>(BODIES);
    for (MethodParameter parameter : route.handler().getMethodParameters()) {
      if (parameter.hasParameterAnnotation(RequestBody.class)
          && parameter.getParameterType().isRecord()) {
        List<String> names =
            Stream.of(parameter.getParameterType().getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (String value : VALUES) {
          names.forEach(name -> bodies.add("{\"%s\":%s}".formatted(name, value)));
          bodies.add(
              "{"
                  + String.join(",", names.stream().map(n -> "\"" + n + "\":" + value).toList())
                  + "}");
        }
      }
    }
    return bodies;
  }

  /** Of a new administrator each time: some routes end what they are asked with. */
  private String credentials() {
    Visitor visitor = new Visitor(port).signUp("strange" + System.nanoTime() + "@example.org");
    Staffing.give(JdbcClient.create(database.owner()), Staffing.idOf(visitor), "admin");
    String session = visitor.cookie("parley_session").orElseThrow();
    return "Cookie: parley_session=%s; XSRF-TOKEN=token\r\nX-XSRF-TOKEN: token\r\n"
        .formatted(session);
  }

  private List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    requestMappingHandlerMapping
        .getHandlerMethods()
        .forEach((info, handler) -> {
          for (String pattern : info.getPatternValues()) {
            var methods = info.getMethodsCondition().getMethods();
            if (methods.isEmpty() && !pattern.equals("/error")) {
              routes.add(new Route("GET", pattern, handler));
            }
            for (RequestMethod method : methods) {
              routes.add(new Route(method.name(), pattern, handler));
            }
          }
        });
    assertThat(routes).hasSizeGreaterThan(100);
    return routes;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String cursor(String time) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((time + " " + ID).getBytes(ISO_8859_1));
  }
}
