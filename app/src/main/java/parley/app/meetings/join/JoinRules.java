package parley.app.meetings.join;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import parley.app.meetings.InviteLinks;
import parley.app.meetings.Meeting;
import parley.app.meetings.MeetingParticipant;
import parley.app.meetings.MeetingSettings;
import parley.app.meetings.MeetingStatus;
import parley.app.meetings.Refusals;
import parley.app.shared.Refusal;

/**
 * Who may come into a meeting: the first rule that says no decides. Whether a seat is free, and the
 * lock, is decided once more by the row of the meeting when the seat is taken.
 */
@Component
class JoinRules {
  private final InviteLinks links;
  private final MeetingSettings settings;
  private final Clock clock;

  /** One rule: the refusal, or nothing where it has nothing against it. */
  private interface Rule {
    Optional<Refusal> against(Joiner joiner, Meeting meeting);
  }

  private final List<Rule> rules =
      List.of(
          this::notOver,
          this::notRemoved,
          this::inviteUnaltered,
          this::guestsInvited,
          this::opened,
          this::notLocked);

  JoinRules(InviteLinks links, MeetingSettings settings, Clock clock) {
    this.links = links;
    this.settings = settings;
    this.clock = clock;
  }

  /** Throws the refusal of the first rule that says no. */
  void check(Joiner joiner) {
    Meeting meeting = joiner.visitor().meeting();
    rules.stream()
        .flatMap(rule -> rule.against(joiner, meeting).stream())
        .findFirst()
        .ifPresent(refusal -> {
          throw refusal;
        });
  }

  private Optional<Refusal> notOver(Joiner joiner, Meeting meeting) {
    return no(!meeting.isOpen(), () -> Refusals.ended(meeting));
  }

  private Optional<Refusal> notRemoved(Joiner joiner, Meeting meeting) {
    MeetingParticipant me = joiner.me();
    return no(me != null && me.wasRemoved(), Refusals::removed);
  }

  private Optional<Refusal> inviteUnaltered(Joiner joiner, Meeting meeting) {
    String invite = joiner.invite();
    return no(invite != null && !links.isGenuine(meeting, invite), Refusals::invalidInvite);
  }

  private Optional<Refusal> guestsInvited(Joiner joiner, Meeting meeting) {
    boolean stranger = joiner.isGuest() && joiner.me() == null && joiner.invite() == null;
    return no(stranger && !meeting.guestsAllowed(), Refusals::inviteNeeded);
  }

  // A host opens the meeting by being there.
  private Optional<Refusal> opened(Joiner joiner, Meeting meeting) {
    Instant starts = meeting.startsAt();
    if (starts == null || joiner.runsMeeting() || meeting.status() == MeetingStatus.LIVE) {
      return Optional.empty();
    }
    Instant opens = starts.minus(settings.opensBefore());
    return no(clock.instant().isBefore(opens), () -> Refusals.notYetOpen(opens));
  }

  private Optional<Refusal> notLocked(Joiner joiner, Meeting meeting) {
    MeetingParticipant me = joiner.me();
    boolean seated = me != null && me.isSeated();
    return no(meeting.isLocked() && !seated && !joiner.runsMeeting(), Refusals::locked);
  }

  private static Optional<Refusal> no(boolean when, Supplier<Refusal> refusal) {
    return when ? Optional.of(refusal.get()) : Optional.empty();
  }
}
