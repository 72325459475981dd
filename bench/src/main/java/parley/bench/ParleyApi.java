package parley.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import parley.bench.participant.Admission;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The few calls of Parley's HTTP API that a load needs. */
public final class ParleyApi {
  /** The password of everybody who was signed up here. */
  public static final String PASSWORD = "correct horse battery 9";

  // Last in the line of cookies.
  private static final String FORGERY_TOKEN = "XSRF-TOKEN=";

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

  /**
   * Signs a new user up.
   *
   * @return the e-mail address
   */
  public String newUser() throws IOException, InterruptedException {
    String email = "bench." + UUID.randomUUID() + "@example.org";
    signUp(email);
    return email;
  }

  private HttpResponse<String> signUp(String email) throws IOException, InterruptedException {
    return post(
        "/api/v1/users",
        Map.of(
            "email",
            email,
            "password",
            PASSWORD,
            "fullName",
            "Bench Host",
            "displayName",
            "Bench Host"),
        Map.of());
  }

  /**
   * Signs a new host up and gives the cookies that a browser then has, as one header line: the
   * session and the token against forgery.
   */
  public String newHost() throws IOException, InterruptedException {
    HttpResponse<String> signedUp = signUp("bench." + UUID.randomUUID() + "@example.org");
    return signedUp.headers().allValues("set-cookie").stream()
            .map(line -> line.substring(0, line.indexOf(';')))
            .filter(cookie -> !cookie.startsWith(FORGERY_TOKEN))
            .collect(Collectors.joining("; "))
        + "; "
        + FORGERY_TOKEN
        + UUID.randomUUID();
  }

  /** Starts an instant meeting of this host and gives it as the API answers it. */
  public JsonNode newMeeting(String cookies) throws IOException, InterruptedException {
    return JSON.readTree(
        post("/api/v1/meetings", Map.of("title", "Bench"), byBrowser(cookies)).body());
  }

  /** What a browser sends with a change: its cookies, and the token against forgery once more. */
  static Map<String, String> byBrowser(String cookies) {
    int token = cookies.indexOf(FORGERY_TOKEN) + FORGERY_TOKEN.length();
    return Map.of("cookie", cookies, "x-xsrf-token", cookies.substring(token));
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
