package parley.mediaserver.room;

import java.time.Duration;
import livekit.LivekitModels.Room;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.Lifetimes;
import parley.sfu.Timer;

/** What a room looks after once a second: who has gone quiet, whose token ages, who is left. */
final class Housekeeping {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Counts and qualities are told this many seconds apart. */
  private static final int REPORT_SECONDS = 5;

  /** A client whose transport closed usually says goodbye over the signal within this time. */
  private static final Duration GOODBYE = Duration.ofSeconds(3);

  /** Asked before an empty room ends; false while somebody is on the way in. */
  interface Retirement {
    boolean retire(LiveRoom room);
  }

  private final LiveRoom room;
  private final Retirement retirement;
  private final QualityReports quality;
  private @Nullable Timer next;
  private int seconds;
  private Room told = Room.getDefaultInstance();
  private boolean everUsed;
  private long emptySinceNanos;

  Housekeeping(LiveRoom room, Retirement retirement) {
    this.room = room;
    this.retirement = retirement;
    this.quality = new QualityReports(room);
  }

  void start() {
    emptySinceNanos = room.nanoTime();
    next = room.schedule(SECOND, this::tick);
  }

  void stop() {
    Timer pending = next;
    if (pending != null) {
      pending.cancel();
    }
    next = null;
  }

  void gone(LiveParticipant participant) {
    quality.gone(participant);
    everUsed = true;
    emptySinceNanos = room.nanoTime();
  }

  private void tick() {
    next = room.schedule(SECOND, this::tick);
    room.participants().forEach(one -> room.guard(one, () -> lookAfter(one)));
    if (++seconds % REPORT_SECONDS == 0) {
      quality.report();
      reportCounts();
    }
    if (room.size() == 0 && emptyForTooLong() && retirement.retire(room)) {
      room.close(Departure.ROOM_DELETED);
    }
  }

  private void lookAfter(LiveParticipant one) {
    Departure departure = departure(one);
    if (departure != null) {
      room.remove(one, departure);
      return;
    }
    one.negotiator().tick();
    if (since(one.vitals().tokenNanos()) >= lifetimes().refreshEvery().toNanos()) {
      one.refreshToken();
    }
  }

  private @Nullable Departure departure(LiveParticipant one) {
    Lifetimes lifetimes = lifetimes();
    long now = room.nanoTime();
    if (!one.active()) {
      boolean failed = since(one.vitals().joinedNanos()) >= lifetimes.join().toNanos();
      return failed || mediaClosed(one, now) ? Departure.JOIN_FAILED : null;
    }
    long media = one.leg().lastHeardNanos();
    boolean unheard = since(one.vitals().heardNanos(media)) >= lifetimes.removed().toNanos();
    boolean mediaDead = since(media) >= lifetimes.mediaLost().toNanos();
    return unheard || mediaDead || mediaClosed(one, now) ? Departure.LOST : null;
  }

  private boolean mediaClosed(LiveParticipant one, long now) {
    return one.vitals().mediaClosedBefore(now - GOODBYE.toNanos());
  }

  private boolean emptyForTooLong() {
    Duration kept = everUsed ? room.options().departureTimeout() : room.options().emptyTimeout();
    return since(emptySinceNanos) >= kept.toNanos();
  }

  private void reportCounts() {
    Room now = room.info();
    if (!now.equals(told)) {
      told = now;
      room.broadcast(Responses.room(now));
    }
  }

  private Lifetimes lifetimes() {
    return room.house().lifetimes();
  }

  private long since(long nanos) {
    return room.nanoTime() - nanos;
  }
}
