package parley.app.mail;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** No server has taken the mail. Its words name no address: a server's own words repeat it. */
final class NotTaken extends Exception {
  private static final long serialVersionUID = 1L;

  private final Setback setback;
  private final int reply;
  private final boolean isNobodyThere;

  NotTaken(Setback setback, @Nullable Throwable cause) {
    this(setback, 0, false, cause);
  }

  /**
   * @param reply what the server answered (RFC 5321 §4.2); 0: nothing
   * @param isNobodyThere whether it said that nobody has the address
   */
  NotTaken(Setback setback, int reply, boolean isNobodyThere, @Nullable Throwable cause) {
    super(spelled(setback, reply), cause);
    this.setback = setback;
    this.reply = reply;
    this.isNobodyThere = isNobodyThere;
  }

  Setback setback() {
    return setback;
  }

  /** The reply by which a server said that nobody has the address; empty for anything else. */
  OptionalInt deadAddress() {
    return isNobodyThere ? OptionalInt.of(reply) : OptionalInt.empty();
  }

  /** What may be logged and kept of it: the kind of setback and the server's reply. */
  String kind() {
    return spelled(setback, reply);
  }

  private static String spelled(Setback setback, int reply) {
    return reply == 0 ? setback.spelled() : setback.spelled() + " " + reply;
  }
}
