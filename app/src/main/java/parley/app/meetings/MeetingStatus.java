package parley.app.meetings;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a meeting stands. */
public enum MeetingStatus {
  /** Open, and nobody is in it now. */
  SCHEDULED,
  /** Somebody is in it. */
  LIVE,
  ENDED,
  CANCELLED;

  @JsonValue
  String spelled() {
    return name().toLowerCase(Locale.ROOT);
  }
}
