package parley.app.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import parley.app.testing.ParleyTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is served besides the API: pages, its description, health. */
@ParleyTest
class PagesModuleTest {
  @LocalServerPort int port;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void aPageHasAPolicyWithoutInlineStylesAndANonceOfItsOwn() throws Exception {
    HttpResponse<String> first = get("/home", "text/html");
    HttpResponse<String> second = get("/m/abcd-efghj-kmnp", "text/html");
    assertThat(first.statusCode()).isEqualTo(200);
    String policy = first.headers().firstValue("Content-Security-Policy").orElseThrow();
    assertThat(policy)
        .contains("script-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(second.headers().firstValue("Content-Security-Policy"))
        .isNotEmpty()
        .get()
        .isNotEqualTo(policy);
    assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(first.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(first.headers().firstValue("X-Frame-Options")).hasValue("DENY");
  }

  /** Links of before carry their secret in the query, and some have to. */
  @ParameterizedTest
  @CsvSource({
    "/reset?token=t-1_a, /reset#token=t-1_a",
    "/setup?token=t, /setup#token=t",
    "/verify?token=t, /verify#token=t",
    "/restore?until=2026-11-23&token=t, /restore#until=2026-11-23&token=t",
    "/email-change/stop?token=t, /email-change/stop#token=t",
    "/signup?invitation=t, /signup#invitation=t",
    "/m/abcd-efghj-kmnp?invite=t, /m/abcd-efghj-kmnp#invite=t",
    "/login/from/google?state=s&code=c&iss=i, /login/from/google#state=s&code=c&iss=i",
    "/unsubscribe/t, /unsubscribe#token=t",
  })
  void aSecretLeavesTheAddressBeforeThePageIsRead(String asked, String location) throws Exception {
    HttpResponse<String> answer = get(asked, "text/html");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).hasValue(location);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
  }

  @Test
  void otherQueriesStay() throws Exception {
    assertThat(get("/login?next=%2Fhome", "text/html").statusCode()).isEqualTo(200);
    assertThat(get("/home?when=past", "text/html").headers().firstValue("Referrer-Policy"))
        .hasValue("no-referrer");
  }

  @Test
  void searchEnginesMayShowTheFrontPageOnly() throws Exception {
    assertThat(get("/", "text/html").headers().allValues("X-Robots-Tag")).containsExactly("all");
    for (String page : List.of("/m/abcd-efghj-kmnp", "/account", "/login", "/api/v1/config")) {
      assertThat(get(page, "*/*").headers().allValues("X-Robots-Tag"))
          .containsExactly("noindex, nofollow");
    }
    assertThat(get("/robots.txt", "*/*").body()).contains("Disallow: /api/", "Disallow: /rtc");
  }

  @Test
  void anUnknownAddressIsA404ForPeopleAndPrograms() throws Exception {
    HttpResponse<String> person = get("/nowhere", "text/html");
    assertThat(person.statusCode()).isEqualTo(404);
    assertThat(person.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    HttpResponse<String> program = get("/assets/nowhere.js", "*/*");
    assertThat(program.statusCode()).isEqualTo(404);
    assertThat(program.body()).contains("\"code\":\"not_found\"");
  }

  @Test
  void anErrorOutsideAnyControllerIsAProblemToo() throws Exception {
    HttpResponse<String> answer = get("/error", "text/html");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
  }

  @Test
  void theApiIsDescribedInOpenApi31() throws Exception {
    HttpResponse<String> answer = get("/api/v1/openapi.json", "application/json");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode api = JsonMapper.shared().readTree(answer.body());
    assertThat(api.path("openapi").asString()).startsWith("3.1");
    assertThat(api.at("/servers/0/url").asString()).isEqualTo("/");
    assertThat(api.at("/components/schemas/Problem/properties/code/type").asString())
        .isEqualTo("string");
    assertThat(answer.body()).doesNotContain("CurrentPerson", "SignedInUser");
  }

  @Test
  void healthAndFiguresAreForThisMachine() throws Exception {
    assertThat(get("/actuator/health", "*/*").body()).contains("UP");
    assertThat(get("/actuator/health/readiness", "*/*").statusCode()).isEqualTo(200);
    assertThat(get("/actuator/prometheus", "*/*").body()).contains("jvm_memory_used_bytes");
    assertThat(get("/actuator/env", "*/*").statusCode()).isEqualTo(404);
    HttpRequest handedOn =
        request("/actuator/health", "*/*").header("X-Forwarded-For", "203.0.113.9").GET().build();
    assertThat(http.send(handedOn, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<String> get(String path, String accept) throws Exception {
    return http.send(request(path, accept).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path, String accept) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
        .header("Accept", accept);
  }
}
