package parley.app.meetings;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parley.app.users.User;
import parley.app.users.Users;

/** Shows meetings. */
@Component
public class MeetingViews {
  private final Users users;
  private final InviteLinks links;

  MeetingViews(Users users, InviteLinks links) {
    this.users = users;
    this.links = links;
  }

  /** For somebody with that role; null for everybody. */
  public MeetingView show(Meeting meeting, @Nullable MeetingRole role) {
    return new MeetingView(
        meeting.id(),
        meeting.code().printed(),
        meeting.title(),
        meeting.description(),
        links.link(meeting),
        meeting.isInstant(),
        meeting.startsAt(),
        meeting.endsAt(),
        meeting.maxParticipants(),
        meeting.isLocked(),
        meeting.guestsAllowed(),
        meeting.recordingAllowed(),
        meeting.transcriptionEnabled(),
        meeting.status(),
        new MeetingView.Host(meeting.hostUserId(), hostName(meeting)),
        role,
        meeting.participantsNow(),
        meeting.createdAt(),
        meeting.updatedAt(),
        meeting.overSince());
  }

  /** What the host is called. */
  public String hostName(Meeting meeting) {
    return users.find(meeting.hostUserId()).map(User::displayName).orElse("");
  }
}
