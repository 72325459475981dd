package parley.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * What every meeting does, once: pages, sign-up, a meeting with three cameras, chat, an open page.
 * The launcher has a server rehearse before it keeps the cache of classes and profiles, so that the
 * first real meeting after a start is not the one that loads everything.
 */
final class Rehearsal {
  private final HttpClient http;
  private final URI address;
  private final ParleyApi api;

  private Rehearsal(HttpClient http, URI address) {
    this.http = http;
    this.address = address;
    this.api = new ParleyApi(http, address);
  }

  /**
   * @param window how long the media of the meeting runs
   */
  static void run(URI address, Duration window) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      new Rehearsal(http, address).run(window);
    }
  }

  private void run(Duration window) throws Exception {
    String host = api.newHost();
    for (String page : new String[] {"/", "/home", "/api/v1/config", "/api/v1/sessions/current"}) {
      read(page, host);
    }
    JsonNode meeting = api.newMeeting(host);
    String path = "/api/v1/meetings/" + meeting.path("code").asString();
    WebSocket page = openPage(host, meeting.path("id").asString());
    try (Load load = new Load(LoadPlan.named("three"))) {
      load.join(api, meeting.path("code").asString());
      api.post(path + "/join", Map.of(), ParleyApi.byBrowser(host));
      api.post(path + "/messages", Map.of("text", "Good morning"), ParleyApi.byBrowser(host));
      read(path + "/messages?after=0&limit=100", host);
      read(path + "/people", host);
      read("/api/v1/meetings", host);
      TimeUnit.NANOSECONDS.sleep(window.toNanos());
    }
    page.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
  }

  private WebSocket openPage(String cookies, String meetingId) {
    WebSocket socket =
        http.newWebSocketBuilder()
            .header("Cookie", cookies)
            .header("Origin", address.getScheme() + "://" + address.getAuthority())
            .buildAsync(
                URI.create("ws://" + address.getAuthority() + "/api/v1/updates"),
                new WebSocket.Listener() {})
            .join();
    String topic = "meeting:" + meetingId;
    socket.sendText("{\"type\":\"subscribe\",\"topic\":\"" + topic + "\"}", true).join();
    return socket;
  }

  private void read(String path, String cookies) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path)).header("Cookie", cookies).build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("GET " + path + ": " + answer.statusCode());
    }
  }
}
