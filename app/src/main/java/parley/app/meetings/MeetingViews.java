package parley.app.meetings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    return show(meeting, role, hostName(meeting));
  }

  /** Each for whoever visits it. */
  List<MeetingView> show(List<Visitor> visitors) {
    Set<UUID> hosts =
        visitors.stream().map(one -> one.meeting().hostUserId()).collect(Collectors.toSet());
    Map<UUID, String> names = namesOf(hosts);
    return visitors.stream()
        .map(one -> {
          String host = names.getOrDefault(one.meeting().hostUserId(), "");
          return show(one.meeting(), one.role().orElse(null), host);
        })
        .toList();
  }

  // Mostly they are all one's own.
  private Map<UUID, String> namesOf(Set<UUID> hosts) {
    return hosts.size() == 1
        ? hosts.stream().collect(Collectors.toMap(Function.identity(), this::nameOf))
        : users.find(hosts).stream().collect(Collectors.toMap(User::id, User::displayName));
  }

  private MeetingView show(Meeting meeting, @Nullable MeetingRole role, String hostName) {
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
        new MeetingView.Host(meeting.hostUserId(), hostName),
        role,
        meeting.participantsNow(),
        meeting.createdAt(),
        meeting.updatedAt(),
        meeting.version(),
        meeting.overSince());
  }

  /** What the host is called. */
  public String hostName(Meeting meeting) {
    return nameOf(meeting.hostUserId());
  }

  private String nameOf(UUID userId) {
    return users.displayName(userId).orElse("");
  }
}
