package parley.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import parley.bench.api.ApiLoad;

/**
 * {@code ./parley bench}: real protocol, real encryption, from a process of its own.
 *
 * <pre>
 * bench [LOAD …] [--rounds N] [--seconds S] [--address URL --pid PID]   figures, one line a round
 * bench api [--rounds N] [--seconds S] [--address URL --pid PID]        reads and logins over HTTP
 * bench crowd --address URL --code CODE --people N --seconds S         people with faces, to look at
 * bench rehearse --address URL --seconds S                             one of everything, to warm a server
 * </pre>
 */
public final class Bench {
  private static final List<String> LOADS =
      List.of("three", "video-1-20", "video-1-60", "meeting-6x12", "audio-10-50");
  private static final int PORT = 8480;
  private static final String HELP =
      """
      ./parley bench [LOAD …] [--rounds N] [--seconds S] [--address URL --pid PID]
          synthetic participants against a server; one line of figures for each load and round
      ./parley bench api [--rounds N] [--seconds S] [--address URL --pid PID]
          authenticated reads and logins over HTTP
      ./parley bench crowd --address URL --code CODE --people N --seconds S
          people with faces in a meeting, to look at

      Loads: %s
      """
          .formatted(String.join(" ", LOADS));

  private final Map<String, String> options = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  private Bench(String[] arguments) {
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].startsWith("--") && i + 1 < arguments.length) {
        options.put(arguments[i].substring(2), arguments[++i]);
      } else {
        words.add(arguments[i]);
      }
    }
  }

  public static void main(String[] arguments) throws Exception {
    Bench bench = new Bench(arguments);
    if (List.of(arguments).contains("--help")) {
      System.out.print(HELP);
      return;
    }
    if (bench.words.contains("crowd")) {
      bench.crowd();
    } else if (bench.words.contains("api")) {
      bench.api();
    } else if (bench.words.contains("rehearse")) {
      Rehearsal.run(URI.create(bench.required("address")), Duration.ofSeconds(bench.seconds()));
    } else {
      bench.figures();
    }
  }

  private void crowd() throws Exception {
    int people = Integer.parseInt(options.getOrDefault("people", "8"));
    try (Load load = new Load(LoadPlan.crowd(people));
        HttpClient http = HttpClient.newHttpClient()) {
      load.join(new ParleyApi(http, URI.create(required("address"))), required("code"));
      System.out.println(people + " people are in the meeting");
      TimeUnit.SECONDS.sleep(seconds());
    }
  }

  private void api() throws Exception {
    int rounds = Integer.parseInt(options.getOrDefault("rounds", "3"));
    try (ServerProcess server = server();
        HttpClient http = HttpClient.newHttpClient()) {
      ApiLoad load = new ApiLoad(server.address(), new ParleyApi(http, server.address()), server);
      for (int round = 0; round < rounds; round++) {
        load.run(Duration.ofSeconds(seconds())).forEach(System.out::println);
      }
    }
  }

  private void figures() throws Exception {
    int rounds = Integer.parseInt(options.getOrDefault("rounds", "3"));
    List<String> loads = words.isEmpty() ? LOADS : words;
    for (int round = 0; round < rounds; round++) {
      for (String load : loads) System.out.println(run(LoadPlan.named(load)).line());
    }
  }

  private Figures run(LoadPlan plan) throws Exception {
    try (ServerProcess server = server();
        HttpClient http = HttpClient.newHttpClient();
        Load load = new Load(plan)) {
      ParleyApi api = new ParleyApi(http, server.address());
      String code = api.newMeeting();
      long memory = server.memory();
      load.join(api, code);
      return load.measure(server, memory, Duration.ofSeconds(10), Duration.ofSeconds(seconds()));
    }
  }

  private ServerProcess server() throws Exception {
    String address = options.get("address");
    if (address != null) {
      return ServerProcess.running(URI.create(address), Long.parseLong(required("pid")));
    }
    Path launcher = Path.of(System.getProperty("parley.launcher", "./parley"));
    return ServerProcess.start(launcher.toAbsolutePath(), PORT);
  }

  private long seconds() {
    return Long.parseLong(options.getOrDefault("seconds", "20"));
  }

  private String required(String option) {
    String value = options.get(option);
    if (value == null) throw new IllegalArgumentException("--" + option + " is missing");
    return value;
  }
}
