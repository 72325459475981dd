package parley.sfu;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import parley.sfu.packet.PoolShare;
import parley.sfu.receive.AudioLevelMeter;
import parley.sfu.transport.MediaLoop;

/** The live media space of one meeting or breakout. */
public final class Room implements Executor {
  private static final Duration TICK = Duration.ofMillis(10);

  private final String name;
  private final RoomListener listener;
  private final MediaLoop loop;
  private final RoomParts parts;
  private final TransportFactory transports;
  private final Map<String, Participant> participants = new LinkedHashMap<>();
  private final ActiveSpeakers speakers = new ActiveSpeakers();
  private final Cadence window = new Cadence(Duration.ofMillis(AudioLevelMeter.WINDOW).toNanos());
  private Participant[] present = {};
  private boolean ticking;
  private boolean closed;

  Room(
      String name,
      RoomListener listener,
      MediaLoop loop,
      Traffic traffic,
      MediaLimits limits,
      TransportFactory transports,
      InstantSource wall,
      SplittableRandom random) {
    this.name = name;
    this.listener = listener;
    this.loop = loop;
    this.transports = transports;
    parts =
        new RoomParts(
            loop, new RoomTime(loop, wall), traffic, limits, new PoolShare(loop.pool()), random);
  }

  public String name() {
    return name;
  }

  /** Does it on the room's thread, in the order of the calls. From any thread. */
  @Override
  public void execute(Runnable deed) {
    loop.execute(deed);
  }

  /** Does it on the room's thread once the time has passed, unless cancelled. */
  public Timer schedule(Duration delay, Runnable deed) {
    return loop.schedule(delay, deed)::cancel;
  }

  /** True on the room's thread. */
  public boolean inRoom() {
    return loop.inLoop();
  }

  /** Nanoseconds of the room's clock, the base of everything it measures. */
  public long nanoTime() {
    return loop.nanoTime();
  }

  /**
   * A new participant with a transport that waits for {@link Participant#connect}.
   *
   * @param sid unique in the room
   * @throws IllegalArgumentException when the sid is taken
   * @throws IllegalStateException when the room is closed
   */
  public Participant add(String sid, ParticipantListener participantListener) {
    if (closed) {
      throw new IllegalStateException("the room is closed");
    }
    if (participants.containsKey(sid)) {
      throw new IllegalArgumentException("in the room already: " + sid);
    }
    Participant participant = new Participant(sid, this, parts, transports, participantListener);
    participants.put(sid, participant);
    present = participants.values().toArray(Participant[]::new);
    keepTicking();
    return participant;
  }

  private void keepTicking() {
    if (!ticking && !participants.isEmpty()) {
      ticking = true;
      loop.schedule(TICK, this::tick);
    }
  }

  private void tick() {
    ticking = false;
    keepTicking();
    long now = loop.nanoTime();
    for (Participant participant : present) {
      participant.tick(now);
    }
    if (window.due(now)) {
      tellSpeakers();
    }
  }

  private void tellSpeakers() {
    Map<String, AudioLevelMeter> meters = LinkedHashMap.newLinkedHashMap(participants.size());
    participants.forEach((sid, participant) -> meters.put(sid, participant.incoming().level()));
    List<SpeakerLevel> changes = speakers.closeWindow(meters);
    if (!changes.isEmpty()) {
      listener.speakers(changes);
    }
  }

  public Collection<Participant> participants() {
    return List.copyOf(participants.values());
  }

  /** Removes everybody and ends the room. */
  public void close() {
    closed = true;
    participants().forEach(participant -> participant.remove(LeaveReason.ROOM_CLOSED));
  }

  void removed(Participant participant) {
    participants.remove(participant.sid(), participant);
    present = participants.values().toArray(Participant[]::new);
  }
}
