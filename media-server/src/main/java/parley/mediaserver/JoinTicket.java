package parley.mediaserver;

import java.time.Instant;
import livekit.LivekitRtc.JoinRequest;

/**
 * The one kind of ticket: what {@link Admission} checked.
 *
 * @param issuedAt when the token was, which may be revoked before the ticket is used
 */
record JoinTicket(AccessToken token, JoinRequest request, Instant issuedAt)
    implements SignalTicket {
  @Override
  public String room() {
    return token.room();
  }

  @Override
  public String identity() {
    return token.identity();
  }

  @Override
  public String toString() {
    return "JoinTicket[" + room() + " " + identity() + "]";
  }
}
