package parley.app.notifications;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import parley.app.shared.Auditable;

/**
 * What happens to an account that its holder is told about: this table is the rule and its
 * documentation. Every event that goes into the audit trail passes by here; a row for its entity
 * type and action makes it a notification. Words in braces are facts of the payload.
 */
enum AccountNews {
  NEW_DEVICE(
      "user",
      "logged_in",
      "Log-in from a new device",
      "{device} logged in to your account, from {address}. If it was not you, change your password and log out everywhere else.",
      true),
  PASSWORD_CHANGED(
      "user",
      "password_changed",
      "Your password was changed",
      "If it was not you, ask for a new password now.",
      true),
  PASSWORD_RESET(
      "user",
      "password_reset",
      "Your password was replaced",
      "Somebody used the link that was mailed to you, and all other log-ins were ended.",
      true),
  EMAIL_CHANGED(
      "user",
      "email_changed",
      "Your e-mail address was changed",
      "If it was not you, use the link in the mail to your old address.",
      true),
  STAFF_ROLE(
      "user",
      "role_changed",
      "Your role here has changed",
      "Your staff role here is now: {role}. You are asked to log in anew.",
      false),
  SUSPENDED(
      "user",
      "suspended",
      "Your account is suspended",
      "Nobody can log in with it. Write to whoever runs this Parley to have it restored.",
      false),
  RESTORED(
      "user",
      "restored",
      "Your account is open again",
      "You can log in as before. Nothing was removed.",
      false),
  APP_ON(
      "authenticator_app",
      "created",
      "Second step turned on",
      "Logging in asks for a code of your authenticator app from now on.",
      true),
  APP_OFF(
      "authenticator_app",
      "deleted",
      "Second step turned off",
      "Logging in no longer asks for a code. If it was not you, change your password now.",
      true),
  APP_LOCKED(
      "authenticator_app",
      "locked",
      "Five wrong codes at your second step",
      "Codes are refused for a while. If it was not you, somebody knows your password: choose a new one.",
      true),
  CODES_MADE(
      "recovery_codes",
      "created",
      "New recovery codes were made",
      "The earlier ones no longer work.",
      true),
  CODE_USED(
      "recovery_codes",
      "used",
      "A recovery code was used",
      "It does not work again. If it was not you, change your password now.",
      true),
  PASSKEY_ADDED(
      "passkey",
      "created",
      "A passkey was added",
      "It logs in to your account from now on. If it was not you, remove it.",
      true),
  PASSKEY_REMOVED(
      "passkey",
      "deleted",
      "A passkey was removed",
      "It no longer logs in. If it was not you, change your password now.",
      true),
  PASSKEY_SUSPECT(
      "passkey",
      "failed",
      "A passkey may have been copied",
      "Its counter went backwards, so it was not let in. Remove it and add a new one.",
      true),
  PASSKEY_STEP_ON(
      "passkey_step",
      "created",
      "Second step turned on",
      "Logging in with your password asks for a passkey from now on.",
      true),
  PASSKEY_STEP_OFF(
      "passkey_step",
      "deleted",
      "Second step turned off",
      "Logging in with your password no longer asks for a passkey.",
      true),
  ACCOUNT_LINKED(
      "linked_account",
      "linked",
      "Another way to log in was added",
      "An account elsewhere logs in to yours from now on. If it was not you, remove it.",
      true),
  ACCOUNT_UNLINKED(
      "linked_account",
      "unlinked",
      "A way to log in was removed",
      "An account elsewhere no longer logs in to yours.",
      false),
  API_KEY_MADE(
      "api_key",
      "created",
      "An API key was made",
      "A program can act in your name with it. If it was not you, revoke it.",
      false),
  /** Told by {@link parley.app.users.ExportReady}, which stands in no audit trail. */
  EXPORT_READY(
      "data_export",
      "ready",
      "Your archive is ready",
      "Everything Parley knows about you is packed in one archive. It is kept for some days.",
      true);

  private final String entityType;
  private final String action;
  private final String title;
  private final String text;
  private final boolean mailedElsewhere;

  AccountNews(
      String entityType, String action, String title, String text, boolean mailedElsewhere) {
    this.entityType = entityType;
    this.action = action;
    this.title = title;
    this.text = text;
    this.mailedElsewhere = mailedElsewhere;
  }

  /** Which of them an event is; empty for those that nobody is told about. */
  static Optional<AccountNews> of(Auditable event) {
    return Arrays.stream(values())
        .filter(news -> news.entityType.equals(event.entityType()))
        .filter(news -> news.action.equals(event.action()))
        .filter(news -> news != NEW_DEVICE || Boolean.TRUE.equals(event.after().get("newDevice")))
        .findFirst();
  }

  /** As it stands in a payload; empty for a word that is none of them. */
  static Optional<AccountNews> parse(String spelled) {
    return Arrays.stream(values()).filter(news -> news.spelled().equals(spelled)).findFirst();
  }

  String spelled() {
    return name().toLowerCase(Locale.ROOT);
  }

  String title() {
    return title;
  }

  /** The page on which one sees to it. */
  String path() {
    return this == EXPORT_READY ? "/account/privacy" : "/account/security";
  }

  /** With the facts of this notification in their places. */
  String text(Notification notification) {
    return text.replace("{device}", or(notification.fact("device"), "Somebody"))
        .replace("{address}", or(notification.fact("address"), "an unknown address"))
        .replace("{role}", or(notification.fact("role"), "none"));
  }

  /**
   * Whether {@code login} writes the mail about it itself; some hold a link that is a secret, and a
   * secret stands in no event.
   */
  boolean isMailedElsewhere() {
    return mailedElsewhere;
  }

  private static String or(String value, String otherwise) {
    return value.isEmpty() ? otherwise : value;
  }
}
