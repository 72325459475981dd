package parley.app.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Why a mail was not taken. What says something of its one recipient can be for good; what says
 * something of us or of the server never is: the mail waits until the operator has mended it.
 */
enum Setback {
  RECIPIENT_REFUSED(Whose.RECIPIENT, true, "The mail server refuses the recipient"),
  RECIPIENT_BUSY(Whose.RECIPIENT, false, "The mail server does not take it for the recipient yet"),
  /** RFC 6531: the server does not offer SMTPUTF8, and the address needs it. */
  ADDRESS_BEYOND_ASCII(
      Whose.RECIPIENT, true, "The mail server takes no address with letters beyond a to z"),
  /** It never reached a server: it cannot be written as a mail. */
  UNWRITABLE(Whose.RECIPIENT, true, "It cannot be written as a mail"),

  UNREACHABLE(Whose.OURS, false, "The mail server cannot be reached"),
  UNTRUSTED(Whose.OURS, false, "The mail server has no certificate that is trusted here"),
  LOGIN_REFUSED(
      Whose.OURS, false, "The mail server does not let Parley log in (spring.mail.username)"),
  SENDER_REFUSED(
      Whose.OURS, false, "The mail server refuses the sender's address (parley.mail.from)"),
  RELAY_REFUSED(Whose.OURS, false, "The mail server does not send mails on for Parley"),
  MAIL_REFUSED(Whose.OURS, false, "The mail server takes the address and refuses the mail"),
  BUSY(Whose.OURS, false, "The mail server takes no mails at the moment");

  private enum Whose {
    RECIPIENT,
    OURS
  }

  private final Whose whose;
  private final boolean isFinal;
  private final String words;

  Setback(Whose whose, boolean isFinal, String words) {
    this.whose = whose;
    this.isFinal = isFinal;
    this.words = words;
  }

  /** The one that is spelled so. */
  static Optional<Setback> parse(String spelled) {
    return Stream.of(values()).filter(one -> one.spelled().equals(spelled)).findFirst();
  }

  /** Whether it holds for every mail, until somebody mends our settings or the server. */
  boolean isOurs() {
    return whose == Whose.OURS;
  }

  /** Whether another try would be told the same. */
  boolean isFinal() {
    return isFinal;
  }

  /** What happened, for operators; without a full stop. */
  String words() {
    return words;
  }

  String spelled() {
    return name().toLowerCase(Locale.ROOT);
  }
}
