package parley.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import parley.bench.participant.Admission;
import parley.bench.participant.Metronome;
import parley.bench.participant.PeerLinks;
import parley.bench.participant.Script;
import parley.bench.participant.SyntheticParticipant;

/** Runs one plan against one server: everybody joins, a warm-up, the measured window. */
final class Load implements AutoCloseable {
  private static final Duration JOIN_LIMIT = Duration.ofSeconds(30);

  private final HttpClient http = HttpClient.newHttpClient();
  private final PeerLinks links = new PeerLinks();
  private final Metronome metronome = new Metronome(links);
  private final List<SyntheticParticipant> people = new ArrayList<>();
  private final List<Duration> joins = new CopyOnWriteArrayList<>();
  private final List<Duration> pictures = new CopyOnWriteArrayList<>();
  private final LoadPlan plan;

  Load(LoadPlan plan) throws IOException {
    this.plan = plan;
  }

  /** Brings everybody into the meeting, one after the other, publishers first. */
  void join(ParleyApi api, String code) throws Exception {
    for (int i = 0; i < plan.people().size(); i++) {
      Script script = plan.people().get(i);
      long click = System.nanoTime();
      Admission admission = api.join(code, LoadPlan.faceName(i));
      SyntheticParticipant person = new SyntheticParticipant(script, metronome, links);
      people.add(person);
      person.connected().thenRun(() -> joins.add(since(click)));
      CompletableFuture<Void> first =
          person.firstPacket().thenRun(() -> pictures.add(since(click)));
      person.join(http, admission);
      person.connected().get(JOIN_LIMIT.toSeconds(), TimeUnit.SECONDS);
      if (i > 0) first.get(JOIN_LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  /** Measures after a warm-up. */
  Figures measure(ServerProcess server, long memoryBefore, Duration warmUp, Duration window)
      throws IOException, InterruptedException {
    TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());
    Duration cpu = server.cpu();
    long forwarded = received();
    long begin = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(window.toNanos());
    Duration used = server.cpu().minus(cpu);
    long now = received();
    long expected = people.stream().mapToLong(person -> person.received().expected()).sum();
    return new Figures(
        plan,
        since(begin),
        now - forwarded,
        expected,
        received(),
        used,
        memoryBefore,
        server.memory(),
        joins,
        pictures);
  }

  private long received() {
    return people.stream().mapToLong(person -> person.received().packets()).sum();
  }

  @Override
  public void close() {
    people.forEach(SyntheticParticipant::close);
    metronome.close();
    links.close();
    http.close();
  }
}
