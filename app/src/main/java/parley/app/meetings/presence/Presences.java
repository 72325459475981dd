package parley.app.meetings.presence;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;
import parley.app.meetings.MeetingSettings;
import parley.app.meetings.ParticipantRepository;
import parley.app.updates.Topic;
import parley.app.updates.Updates;

/**
 * What happens to presences. Every method is one transaction, first locks the person, and may be
 * called again for the same fact.
 */
@Service
class Presences {
  private final PresenceRepository presences;
  private final IntervalRepository intervals;
  private final ParticipantRepository people;
  private final Seats seats;
  private final Roster roster;
  private final Updates updates;
  private final MeetingSettings settings;
  private final Clock clock;

  Presences(
      PresenceRepository presences,
      IntervalRepository intervals,
      ParticipantRepository people,
      Seats seats,
      Roster roster,
      Updates updates,
      MeetingSettings settings,
      Clock clock) {
    this.presences = presences;
    this.intervals = intervals;
    this.people = people;
    this.seats = seats;
    this.roster = roster;
    this.updates = updates;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Somebody is about to connect media: keeps the person's seat, or takes one again where it was
   * given up.
   *
   * @return whether they may come in
   */
  @Transactional
  public boolean expect(UUID presenceId, boolean passesLock) {
    Presence presence = locked(presenceId).filter(found -> found.closedAt() == null).orElse(null);
    if (presence == null) {
      return false;
    }
    if (!seated(presence, passesLock)) {
      return false;
    }
    presences.expect(presenceId, clock.instant().plus(settings.seatKept()));
    return true;
  }

  /**
   * Media is connected.
   *
   * @return false if this presence has no right to it any more: its media must go
   */
  @Transactional
  public boolean joined(UUID presenceId, String node, String connection, Instant at) {
    Presence presence = locked(presenceId).filter(found -> found.closedAt() == null).orElse(null);
    if (presence == null) {
      return false;
    }
    if (presence.isOn(connection)) {
      return true;
    }
    intervals.end(presenceId, at, Departure.REPLACED);
    presences.connected(presenceId, node, connection);
    intervals.begin(presence, at);
    if (!seated(presence, true)) {
      return false;
    }
    people.joined(presence.participantId(), at);
    presences.summarise(presence.participantId());
    tell(presence);
    return true;
  }

  // The seat was taken at the join or at the handshake; it is only gone if that was long ago.
  private boolean seated(Presence presence, boolean passesLock) {
    Instant due = clock.instant().plus(settings.mediaWithin());
    Seats.Seat seat = seats.take(presence.meetingId(), presence.participantId(), passesLock, due);
    if (seat == Seats.Seat.NONE) {
      TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
      return false;
    }
    return true;
  }

  /** A media connection is gone. One that is not the presence's present one does not count. */
  @Transactional
  public void left(UUID presenceId, String connection, Instant lastSignOfLife, boolean wanted) {
    locked(presenceId)
        .filter(presence -> presence.isOn(connection))
        .ifPresent(presence -> {
          Instant seatUntil = wanted ? null : lastSignOfLife.plus(settings.seatKept());
          Departure why = wanted ? Departure.LEFT : Departure.LOST;
          gone(presence, lastSignOfLife, why, seatUntil);
        });
  }

  /** The media server died; people get as long as ever to come back, counted from now. */
  @Transactional
  public void lostWithServer(UUID presenceId, Instant lastSignOfLife) {
    locked(presenceId)
        .filter(Presence::isConnected)
        .ifPresent(presence -> {
          Instant seatUntil = clock.instant().plus(settings.seatKept());
          gone(presence, lastSignOfLife, Departure.SERVER_LOST, seatUntil);
        });
  }

  /** The microphone of this connection is open or not. */
  @Transactional
  public void microphone(UUID presenceId, String connection, boolean open) {
    locked(presenceId)
        .filter(presence -> presence.isOn(connection))
        .ifPresent(presence -> {
          presences.muted(presenceId, !open);
          presences.summarise(presence.participantId());
          tell(presence);
        });
  }

  /** The camera of this connection is on or not. */
  @Transactional
  public void camera(UUID presenceId, String connection, boolean on) {
    locked(presenceId)
        .filter(presence -> presence.isOn(connection))
        .ifPresent(presence -> {
          presences.videoOn(presenceId, on);
          presences.summarise(presence.participantId());
          tell(presence);
        });
  }

  /** Nobody waits any longer for media that did not come. */
  @Transactional
  public void giveUp(Presence overdue) {
    people.lock(overdue.participantId());
    Instant now = clock.instant();
    if (presences.giveUp(overdue.id(), now)) {
      seats.freeIfGone(overdue.meetingId(), overdue.participantId(), now);
    }
  }

  /** Ends a presence for good: its tokens are dead and its seat is free. */
  @Transactional
  public void close(UUID presenceId, Departure why) {
    Presence presence = locked(presenceId).filter(found -> found.closedAt() == null).orElse(null);
    if (presence == null) {
      return;
    }
    Instant now = clock.instant();
    presences.close(presenceId, now, why);
    if (presence.isConnected()) {
      gone(presence, now, why, null);
    } else {
      seats.freeIfGone(presence.meetingId(), presence.participantId(), now);
    }
  }

  private void gone(
      Presence presence, Instant lastSignOfLife, Departure why, @Nullable Instant seatUntil) {
    UUID person = presence.participantId();
    presences.disconnected(presence.id(), seatUntil);
    intervals.end(presence.id(), lastSignOfLife, why);
    presences.summarise(person);
    if (roster.entry(person).isEmpty()) {
      people.left(person, lastSignOfLife);
      Instant due = seatUntil == null ? clock.instant().plus(settings.mediaWithin()) : seatUntil;
      people.mediaDue(person, due);
    }
    seats.freeIfGone(presence.meetingId(), person, clock.instant());
    tell(presence);
  }

  private void tell(Presence presence) {
    Topic topic = Topic.meeting(presence.meetingId());
    Optional<RosterEntry> entry = roster.entry(presence.participantId());
    if (entry.isPresent()) {
      updates.publish(topic, "people.changed", entry.get());
    } else {
      updates.publish(topic, "people.left", Map.of("participantId", presence.participantId()));
    }
  }

  private Optional<Presence> locked(UUID presenceId) {
    return presences
        .find(presenceId)
        .filter(presence -> people.lock(presence.participantId()))
        .flatMap(presence -> presences.find(presenceId));
  }

  List<Presence> overdue() {
    return presences.overdue(clock.instant());
  }

  List<Presence> overdueIn(UUID meetingId) {
    return presences.overdueIn(meetingId, clock.instant());
  }
}
