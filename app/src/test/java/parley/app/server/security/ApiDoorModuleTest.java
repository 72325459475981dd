package parley.app.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import parley.app.testing.ParleyTest;

/** What everybody meets before any room: who may knock, and in which words they are refused. */
@ParleyTest
class ApiDoorModuleTest {
  @LocalServerPort int port;
  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void somebodyUnknownIsToldToLogInAndGetsTheCsrfCookie() throws Exception {
    HttpResponse<String> answer = send(request("/api/v1/nothing").GET());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"not_logged_in\"");
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("XSRF-TOKEN=");
  }

  @Test
  void aForeignOriginIsRefused() throws Exception {
    HttpResponse<String> answer =
        send(
            request("/api/v1/nothing")
                .header("Origin", "https://evil.example")
                .POST(HttpRequest.BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("\"code\":\"foreign_origin\"");
  }

  @Test
  void anUnknownBearerIsRefused() throws Exception {
    HttpResponse<String> answer =
        send(request("/api/v1/nothing").header("Authorization", "Bearer nobody").GET());
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\":\"invalid_token\"");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
