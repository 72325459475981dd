package parley.app.mail;

import java.util.Locale;

/** Where a mail is. */
enum MailStatus {
  /** It will be sent. */
  WAITING,
  /** A server has accepted it. */
  SENT,
  /** It was refused, or not accepted in time. */
  FAILED,
  /** There was no server to give it to; the administrator may read it. */
  KEPT;

  String spelled() {
    return name().toLowerCase(Locale.ROOT);
  }
}
