package parley.sfu;

import java.util.Collection;
import java.util.List;

/** One connected presence in a room: a transport, the tracks it publishes and those it gets. */
public final class Participant {
  private final String sid;

  Participant(String sid) {
    this.sid = sid;
  }

  public String sid() {
    return sid;
  }

  /** What our side of the SDP says. */
  public IceCredentials local() {
    throw new UnsupportedOperationException();
  }

  /** Tells what the other side's SDP says; again after an ICE restart with its new credentials. */
  public void connect(RemoteTransport remote) {
    throw new UnsupportedOperationException();
  }

  /**
   * New local credentials for the same DTLS connection (RFC 8839 §4.4.1.1.1); {@link #local} gives
   * them.
   */
  public void restartIce() {
    throw new UnsupportedOperationException();
  }

  public boolean connected() {
    return false;
  }

  /** When a valid packet last came from it, on the room's clock; its creation if none ever did. */
  public long lastHeardNanos() {
    return 0;
  }

  /** For people: {@code udp 192.0.2.1:4711}; empty while not connected. */
  public String path() {
    return "";
  }

  /** What this connection's SDP agreed on; again after every negotiation. */
  public void receiveParameters(RtpParameters parameters) {
    throw new UnsupportedOperationException();
  }

  /** A track whose packets will be taken from this participant. */
  public PublishedTrack publish(TrackSpec spec) {
    throw new UnsupportedOperationException();
  }

  /**
   * Whether packets of its tracks are taken at all; true at first. Tracks stay, their packets are
   * dropped meanwhile.
   */
  public void allowPublish(boolean allowed) {
    throw new UnsupportedOperationException();
  }

  /**
   * Forwards a track of another participant of the room to this one, beginning with the next
   * keyframe.
   */
  public SubscribedTrack subscribe(PublishedTrack track, SubscribeSpec spec) {
    throw new UnsupportedOperationException();
  }

  public Collection<PublishedTrack> published() {
    return List.of();
  }

  public Collection<SubscribedTrack> subscribed() {
    return List.of();
  }

  /** Ends its tracks, its subscriptions and its transport. */
  public void remove(LeaveReason reason) {
    throw new UnsupportedOperationException();
  }
}
