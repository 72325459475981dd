package parley.bench.participant;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Beats time for all performers of this process, on the links' thread. */
public final class Metronome implements AutoCloseable {
  private record Beat(Performer performer, int framesPerSecond) {}

  private static final int TICK_MILLIS = 5;

  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().name("metronome").daemon().unstarted(task));
  private final List<Beat> beats = new CopyOnWriteArrayList<>();
  private long tick;

  public Metronome(PeerLinks links) {
    timer.scheduleAtFixedRate(
        () -> links.thread().execute(this::tick), TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  void add(Performer performer, int framesPerSecond) {
    beats.add(new Beat(performer, framesPerSecond));
  }

  void remove(Performer performer) {
    beats.removeIf(beat -> beat.performer() == performer);
  }

  private void tick() {
    long before = tick * TICK_MILLIS;
    long now = ++tick * TICK_MILLIS;
    int index = 0;
    for (Beat beat : beats) {
      // Everybody has a phase of their own, as people have.
      long phase = index++ * 7L;
      try {
        play(beat, before + phase, now + phase);
      } catch (RuntimeException e) {
        System.err.println("A performer stopped: " + e);
        beats.remove(beat);
      }
    }
  }

  private static void play(Beat beat, long before, long now) {
    if (now / 20 != before / 20) beat.performer().sound();
    int rate = beat.framesPerSecond();
    if (now * rate / 1000 != before * rate / 1000) beat.performer().picture();
    if (now / 1000 != before / 1000) {
      beat.performer().reports(System.currentTimeMillis() * 1_000_000);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
