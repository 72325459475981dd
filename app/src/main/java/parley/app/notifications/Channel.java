package parley.app.notifications;

import java.util.Locale;

/** How a notification reaches a person. */
public enum Channel {
  /** The bell and the page of notifications. */
  INAPP,
  /** A mail to the person's address. */
  EMAIL,
  /** A push to each device on which the person has allowed it. */
  PUSH;

  /** As the column and the API spell it. */
  public String spelled() {
    return name().toLowerCase(Locale.ROOT);
  }
}
