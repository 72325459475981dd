package parley.mediaserver;

import livekit.LivekitRtc.JoinRequest;

/** The one kind of ticket: what {@link Admission} checked. */
record JoinTicket(AccessToken token, JoinRequest request) implements SignalTicket {
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
