package parley.app.meetings.join;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.media.MediaEngine;
import parley.app.media.MediaPass;
import parley.app.meetings.Meeting;
import parley.app.meetings.MeetingParticipant;
import parley.app.meetings.MeetingRole;
import parley.app.meetings.MeetingView;
import parley.app.meetings.MeetingViews;
import parley.app.meetings.Meetings;
import parley.app.shared.OwnOrigin;
import parley.app.updates.Topic;
import parley.app.updates.Updates;

/**
 * What somebody is told who was let in: who they are here, and where sound, pictures and updates
 * are.
 */
@Component
class JoinAnswers {
  private final ParticipantTokens tokens;
  private final MediaEngine media;
  private final Meetings meetings;
  private final MeetingViews views;
  private final Updates updates;
  private final OwnOrigin origin;

  JoinAnswers(
      ParticipantTokens tokens,
      MediaEngine media,
      Meetings meetings,
      MeetingViews views,
      Updates updates,
      OwnOrigin origin) {
    this.origin = origin;
    this.tokens = tokens;
    this.media = media;
    this.meetings = meetings;
    this.views = views;
    this.updates = updates;
  }

  record MediaAccess(String url, String token) {}

  record UpdatesFrom(String topic, long seq) {}

  record Admitted(
      String status,
      UUID participantId,
      UUID presenceId,
      String participantToken,
      MediaAccess media,
      MeetingRole role,
      UpdatesFrom updates,
      MeetingView meeting) {}

  Admitted admitted(Admission admission, HttpServletRequest request) {
    MeetingParticipant person = admission.participant();
    Topic topic = Topic.meeting(person.meetingId());
    // The number first: what happens after it is read from the stream, and what the answer shows is
    // at least as new.
    long seq = updates.latest(topic);
    Meeting meeting = meetings.find(person.meetingId()).orElseThrow();
    return new Admitted(
        "admitted",
        person.id(),
        admission.presenceId(),
        tokens.token(admission.presenceId()),
        new MediaAccess(media.signalUrl(origin.reachedAt(request)), media.token(pass(admission))),
        person.role(),
        new UpdatesFrom(topic.toString(), seq),
        views.show(meeting, person.role()));
  }

  private static MediaPass pass(Admission admission) {
    MeetingParticipant person = admission.participant();
    return new MediaPass(
        person.meetingId().toString(),
        admission.presenceId().toString(),
        person.displayName(),
        Map.of(
            "parley.participant", person.id().toString(),
            "parley.role", person.role().spelled()));
  }
}
