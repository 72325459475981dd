package parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import parley.bench.participant.Admission;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few calls of Parley's HTTP API that a load needs. */
public final class ParleyApi {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http;
  private final URI address;

  public ParleyApi(HttpClient http, URI address) {
    this.http = http;
    this.address = address;
  }

  /**
   * Signs a new host up and starts an instant meeting.
   *
   * @return the meeting's code
   */
  public String newMeeting() throws IOException, InterruptedException {
    return newMeeting(newHost()).path("code").asString();
  }

  /** Signs a new host up and gives the cookies of the session, as one header line. */
  String newHost() throws IOException, InterruptedException {
    HttpResponse<String> signedUp =
        post(
            "/api/v1/users",
            Map.of(
                "email", "bench." + UUID.randomUUID() + "@example.org",
                "password", "correct horse battery 9",
                "fullName", "Bench Host",
                "displayName", "Bench Host"),
            Map.of());
    return String.join(
        "; ",
        signedUp.headers().allValues("set-cookie").stream()
            .map(line -> line.substring(0, line.indexOf(';')))
            .toList());
  }

  /** Starts an instant meeting of this host and gives it as the API answers it. */
  JsonNode newMeeting(String cookies) throws IOException, InterruptedException {
    return JSON.readTree(
        post("/api/v1/meetings", Map.of("title", "Bench"), byBrowser(cookies)).body());
  }

  /** What a browser sends with a change: the session, and the token against forgery twice. */
  static Map<String, String> byBrowser(String cookies) {
    String token = UUID.randomUUID().toString();
    return Map.of("cookie", cookies + "; XSRF-TOKEN=" + token, "x-xsrf-token", token);
  }

  /** Takes a guest's seat in the meeting. */
  public Admission join(String code, String displayName) throws IOException, InterruptedException {
    JsonNode answer =
        JSON.readTree(
            post("/api/v1/meetings/" + code + "/join", Map.of("displayName", displayName), Map.of())
                .body());
    JsonNode media = answer.path("media");
    return new Admission(
        answer.path("presenceId").asString(),
        media.path("url").asString(),
        media.path("token").asString());
  }

  HttpResponse<String> post(String path, Map<String, ?> body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    headers.forEach(request::header);
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException("POST " + path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }
}
