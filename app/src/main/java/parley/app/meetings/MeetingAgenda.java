package parley.app.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Which meetings are to come, and whom they concern: for rooms that tell people about them. */
@Service
public class MeetingAgenda {
  private final MeetingRepository meetings;
  private final ParticipantRepository people;

  MeetingAgenda(MeetingRepository meetings, ParticipantRepository people) {
    this.meetings = meetings;
    this.people = people;
  }

  /** The meeting of this id. */
  public Optional<Meeting> find(UUID id) {
    return meetings.find(id);
  }

  /**
   * Scheduled meetings that start after {@code from} and not after {@code until}, not cancelled.
   */
  public List<Meeting> starting(Instant from, Instant until) {
    return meetings.starting(from, until);
  }

  /** The users a meeting concerns: its host, and who has a place in it and was not removed. */
  public Set<UUID> people(Meeting meeting) {
    Set<UUID> users = new TreeSet<>(people.users(meeting.id()));
    users.add(meeting.hostUserId());
    return users;
  }

  /** Those of them who are not in it now. */
  public Set<UUID> absent(Meeting meeting) {
    Set<UUID> users = people(meeting);
    people.usersIn(meeting.id()).forEach(users::remove);
    return users;
  }
}
