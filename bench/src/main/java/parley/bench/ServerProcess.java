package parley.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import parley.bench.api.ApiLoad;

/** The server under load: one that we started, or one that runs already on this machine. */
final class ServerProcess implements AutoCloseable, ApiLoad.Server {
  private static final Pattern READY = Pattern.compile("Parley is ready at (\\S+)");
  private static final double TICKS_PER_SECOND = 100;

  private final URI address;
  private final long pid;
  private final @Nullable Process started;

  private ServerProcess(URI address, long pid, @Nullable Process started) {
    this.address = address;
    this.pid = pid;
    this.started = started;
  }

  static ServerProcess running(URI address, long pid) {
    return new ServerProcess(address, pid, null);
  }

  /** Starts {@code ./parley run} on a fresh data folder and waits until it is ready. */
  static ServerProcess start(Path launcher, int port) throws IOException {
    Path data = Files.createTempDirectory("parley-bench");
    ProcessBuilder builder =
        new ProcessBuilder(
            launcher.toString(),
            "run",
            "--port",
            Integer.toString(port),
            "--data",
            data.toString());
    builder.environment().put("PARLEY_LIMITS_SCALE", "100000");
    builder.environment().put("PARLEY_MEDIA_UDP_PORT", Integer.toString(port + 1));
    builder.environment().put("PARLEY_MEDIA_TCP_PORT", Integer.toString(port + 2));
    Process process = builder.redirectErrorStream(true).start();
    BufferedReader output = process.inputReader();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher ready = READY.matcher(line);
      if (ready.find()) {
        Thread.ofVirtual().start(() -> drain(output));
        return new ServerProcess(URI.create(ready.group(1)), process.pid(), process);
      }
    }
    throw new IOException("The server ended before it was ready");
  }

  URI address() {
    return address;
  }

  /** User and system time of the process so far. */
  @Override
  public Duration cpu() throws IOException {
    String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    double seconds = (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    return Duration.ofNanos((long) (seconds * 1e9));
  }

  /** The part of it that went into password hashes, by the server's own timer. */
  @Override
  public Duration hashing() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address.resolve("/actuator/prometheus")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, HttpResponse.BodyHandlers.ofLines())
          .body()
          .filter(line -> line.startsWith("parley_password_hash_seconds_sum"))
          .map(line -> Duration.ofNanos((long) (Double.parseDouble(line.split(" ")[1]) * 1e9)))
          .findFirst()
          .orElse(Duration.ZERO);
    }
  }

  /** Resident memory in bytes. */
  long memory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + pid + "/status"))) {
      if (line.startsWith("VmRSS:")) return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
    }
    return 0;
  }

  @Override
  public void close() {
    if (started != null) {
      started.destroy();
      started.onExit().join();
    }
  }

  /** Reads on, so that the server never waits for a reader, until it ends or is stopped. */
  private static void drain(BufferedReader output) {
    try {
      output.transferTo(Writer.nullWriter());
    } catch (IOException stopped) {
      // Its last words are of no use.
    }
  }
}
