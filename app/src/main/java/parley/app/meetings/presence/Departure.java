package parley.app.meetings.presence;

import java.util.Locale;

/** Why a presence is no longer there. */
public enum Departure {
  /** The person left. */
  LEFT,
  /** Nothing was heard any more. */
  LOST,
  /** The same tab came again. */
  REPLACED,
  /** A host sent the person away. */
  REMOVED,
  /** The login session it was made with is over. */
  LOGGED_OUT,
  /** The person was erased; nothing says any more with which login they came. */
  ERASED,
  /** The meeting is over. */
  MEETING_OVER,
  /** The media server stopped without a word. */
  SERVER_LOST;

  String spelled() {
    return name().toLowerCase(Locale.ROOT);
  }
}
