package parley.bench.api;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import parley.bench.ParleyApi;

/**
 * {@code ./parley bench api}: what an authenticated read and a login cost the server. Reads are
 * {@code /users/me}, the first page of my meetings and one meeting, in turn.
 */
public final class ApiLoad {
  private static final int CONNECTIONS = 16;
  private static final int USERS = 20;
  private static final Duration STEP = Duration.ofSeconds(10);
  private static final int LAST_STEPS = 4;
  private static final int MOST_STEPS = 18;

  private final URI address;
  private final ParleyApi api;
  private final Server server;

  /** The server's process. */
  public interface Server {
    /** User and system time so far. */
    Duration cpu() throws IOException;

    /** Of that, spent on password hashes. */
    Duration hashing() throws IOException, InterruptedException;
  }

  public ApiLoad(URI address, ParleyApi api, Server server) {
    this.address = address;
    this.api = api;
    this.server = server;
  }

  /** Warms up, measures, and gives the lines to print. */
  public List<String> run(Duration window) throws Exception {
    byte[][] reads = reads();
    Asking reading = new Asking(address, CONNECTIONS, i -> reads[i % reads.length], 200);
    warmUp(reading);
    Duration before = server.cpu();
    Asking.Answers full = reading.run(window, 0);
    double cpu = seconds(server.cpu().minus(before));
    double rate = full.latencies().length / seconds(window);
    Asking.Answers half = reading.run(window, rate / 2);
    return List.of(
        line(
            "reads: %.0f a CPU second of the server (%.0f µs each), %.0f a second over %d connections,"
                + " at half load %.1f / %.1f / %.1f ms (median / p95 / p99)",
            full.latencies().length / cpu,
            cpu * 1e6 / full.latencies().length,
            rate,
            CONNECTIONS,
            half.quantile(0.5),
            half.quantile(0.95),
            half.quantile(0.99)),
        logins(window));
  }

  /**
   * Until none of the last steps was cheaper than the cheapest before them: the compiler has done
   * most of its work then. One alone may be dearer by chance.
   */
  private void warmUp(Asking reading) throws Exception {
    double least = Double.MAX_VALUE;
    int inVain = 0;
    for (int step = 0; step < MOST_STEPS && inVain < LAST_STEPS; step++) {
      Duration before = server.cpu();
      int answers = reading.run(STEP, 0).latencies().length;
      double now = seconds(server.cpu().minus(before)) / answers;
      inVain = now > 0.97 * least ? inVain + 1 : 0;
      least = Math.min(least, now);
    }
  }

  private String logins(Duration window) throws Exception {
    String email = api.newUser();
    byte[] login =
        HttpPipe.request(
            "POST",
            address,
            "/api/v1/sessions",
            "Content-Type: application/json\r\n",
            "{\"email\":\"" + email + "\",\"password\":\"" + ParleyApi.PASSWORD + "\"}");
    Asking asking = new Asking(address, CONNECTIONS, i -> login, 201);
    asking.run(Duration.ofSeconds(5), 0);
    Duration cpuBefore = server.cpu();
    Duration hashingBefore = server.hashing();
    Asking.Answers answers = asking.run(window, 0);
    double cpu = seconds(server.cpu().minus(cpuBefore));
    double hashing = seconds(server.hashing().minus(hashingBefore));
    return line(
        "logins: %.1f a second, %.1f a CPU second, Argon2id takes %.0f %% of the CPU",
        answers.latencies().length / seconds(window),
        answers.latencies().length / cpu,
        100 * hashing / cpu);
  }

  private byte[][] reads() throws Exception {
    byte[][] reads = new byte[USERS * 3][];
    for (int i = 0; i < USERS; i++) {
      String cookies = api.newHost();
      String code = api.newMeeting(cookies).path("code").asString();
      String headers = "Cookie: " + cookies + "\r\n";
      reads[i * 3] = HttpPipe.request("GET", address, "/api/v1/users/me", headers, "");
      reads[i * 3 + 1] = HttpPipe.request("GET", address, "/api/v1/meetings", headers, "");
      reads[i * 3 + 2] = HttpPipe.request("GET", address, "/api/v1/meetings/" + code, headers, "");
    }
    return reads;
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static String line(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
