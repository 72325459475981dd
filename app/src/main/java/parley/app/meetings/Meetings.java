package parley.app.meetings;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.billing.Entitlements;
import parley.app.shared.Ids;
import parley.app.updates.Topic;
import parley.app.updates.Updates;

/** Planning meetings and ending them. */
@Service
public class Meetings {
  private final MeetingRepository repository;
  private final MeetingViews views;
  private final InviteLinks links;
  private final Entitlements entitlements;
  private final Updates updates;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final Clock clock;

  Meetings(
      MeetingRepository repository,
      MeetingViews views,
      InviteLinks links,
      Entitlements entitlements,
      Updates updates,
      ApplicationEventPublisher events,
      Ids ids,
      Clock clock) {
    this.repository = repository;
    this.views = views;
    this.links = links;
    this.entitlements = entitlements;
    this.updates = updates;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** Makes a meeting. More people than the host's plan allows are lowered to that. */
  @Transactional
  public Meeting create(UUID hostUserId, MeetingPlan plan) {
    MeetingTimes.check(plan.startsAt(), plan.endsAt());
    Meeting meeting = planned(hostUserId, plan);
    repository.insert(meeting, links.link(meeting));
    events.publishEvent(new MeetingPlanned(meeting.id(), hostUserId, meeting.isInstant()));
    return meeting;
  }

  private Meeting planned(UUID host, MeetingPlan plan) {
    Instant now = clock.instant();
    return new Meeting(
        ids.next(),
        host,
        plan.title(),
        plan.description(),
        MeetingCode.random(),
        plan.startsAt() == null,
        plan.startsAt(),
        plan.endsAt(),
        allowed(host, plan.maxParticipants()),
        false,
        plan.guestsAllowed(),
        plan.recordingAllowed(),
        plan.transcriptionEnabled(),
        null,
        now,
        now,
        0,
        null,
        null,
        0);
  }

  private int allowed(UUID host, @Nullable Integer wanted) {
    int most = entitlements.of(host).maxParticipants();
    return wanted == null ? most : Math.min(wanted, most);
  }

  /** The meeting of this id. */
  public Optional<Meeting> find(UUID id) {
    return repository.find(id);
  }

  /** A page of the meetings somebody hosts or was in. */
  List<MeetingWithMe> list(UUID userId, MeetingPage page) {
    return repository.list(userId, page, clock.instant());
  }

  /**
   * Changes what is named of a meeting that is not over. Refuses with 410 {@code meeting_ended}, or
   * with 409 {@code changed_meanwhile} where somebody else was quicker, see {@link MeetingChange}.
   */
  @Transactional
  Meeting change(UUID id, MeetingChange wanted, UUID actor) {
    Meeting before = repository.hold(id).orElseThrow();
    if (!before.isOpen()) {
      throw Refusals.ended(before);
    }
    MeetingTimes.check(
        or(wanted.startsAt(), before.startsAt()), or(wanted.endsAt(), before.endsAt()));
    if (!repository.change(id, withinPlan(before, wanted), clock.instant())) {
      throw Refusals.changedMeanwhile();
    }
    Meeting after = find(id).orElseThrow();
    events.publishEvent(MeetingDifference.of(before, after, actor));
    updates.publish(Topic.meeting(id), "meeting.changed", views.show(after, null));
    return after;
  }

  private static @Nullable Instant or(@Nullable Instant wanted, @Nullable Instant before) {
    return wanted == null ? before : wanted;
  }

  private MeetingChange withinPlan(Meeting meeting, MeetingChange wanted) {
    Integer most = wanted.maxParticipants();
    return most == null ? wanted : wanted.withMaxParticipants(allowed(meeting.hostUserId(), most));
  }

  /** Ends a meeting for everybody; nothing happens if it is over. */
  @Transactional
  public void end(UUID id, @Nullable UUID actor) {
    if (repository.end(id, clock.instant())) {
      over(id, actor, false);
    }
  }

  /** Ends a meeting that nobody is in; nothing happens if somebody came, or it is over. */
  @Transactional
  public void endEmpty(UUID id) {
    if (repository.endEmpty(id, clock.instant())) {
      over(id, null, false);
    }
  }

  /** Cancels a meeting; nothing happens if it is over. */
  @Transactional
  public void cancel(UUID id, @Nullable UUID actor) {
    if (repository.cancel(id, clock.instant())) {
      over(id, actor, true);
    }
  }

  private void over(UUID id, @Nullable UUID actor, boolean cancelled) {
    events.publishEvent(new MeetingOver(id, actor, cancelled));
    Meeting meeting = find(id).orElseThrow();
    updates.publish(Topic.meeting(id), "meeting.ended", views.show(meeting, null));
  }

  /** Notes which media server the meeting's room is on. */
  public void placeOn(UUID id, String node) {
    repository.placeOn(id, node);
  }
}
