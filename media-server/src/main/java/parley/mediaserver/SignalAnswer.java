package parley.mediaserver;

/** What {@link MediaServer#admit} says to an upgrade request. */
public sealed interface SignalAnswer permits SignalAnswer.Refused, SignalAnswer.Accepted {

  /**
   * No upgrade. Send the status with the text as {@code text/plain} and {@code
   * Access-Control-Allow-Origin: *}: without it a browser's client cannot read the reason.
   *
   * @param status an HTTP status
   * @param text the reason in LiveKit's words, empty for paths that do not exist
   */
  record Refused(int status, String text) implements SignalAnswer {}

  /**
   * Upgrade, then call {@link MediaServer#open} with this ticket.
   *
   * @param ticket who comes with which request; good for one {@code open}
   */
  record Accepted(SignalTicket ticket) implements SignalAnswer {}
}
