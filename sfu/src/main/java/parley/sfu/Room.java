package parley.sfu;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;

/** The live media space of one meeting or breakout. */
public final class Room implements Executor {
  private final String name;
  private final RoomListener listener;

  Room(String name, RoomListener listener) {
    this.name = name;
    this.listener = listener;
  }

  public String name() {
    return name;
  }

  /** Does it on the room's thread, in the order of the calls. From any thread. */
  @Override
  public void execute(Runnable deed) {
    throw new UnsupportedOperationException();
  }

  /** Does it on the room's thread once the time has passed, unless cancelled. */
  public Timer schedule(Duration delay, Runnable deed) {
    throw new UnsupportedOperationException();
  }

  /** True on the room's thread. */
  public boolean inRoom() {
    return false;
  }

  /** Nanoseconds of the room's clock, the base of everything it measures. */
  public long nanoTime() {
    return 0;
  }

  /**
   * A new participant with a transport that waits for {@link Participant#connect}.
   *
   * @param sid unique in the room
   */
  public Participant add(String sid, ParticipantListener participantListener) {
    throw new UnsupportedOperationException();
  }

  public Collection<Participant> participants() {
    return List.of();
  }

  /** Removes everybody and ends the room. */
  public void close() {
    listener.speakers(List.of());
  }
}
