package parley.app.meetings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** {@code meeting_participants.role}: what somebody is in one meeting, a fact of the database. */
public enum MeetingRole {
  HOST,
  COHOST,
  MODERATOR,
  PARTICIPANT;

  static MeetingRole of(String column) {
    return valueOf(column.toUpperCase(Locale.ROOT));
  }

  /** As the schema and JSON spell it. */
  @JsonValue
  public String spelled() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this role runs the meeting: locks it, mutes and removes people, ends it. */
  public boolean runsMeeting() {
    return this == HOST || this == COHOST;
  }
}
