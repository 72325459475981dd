package parley.sfu;

import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.sfu.feedback.RtcpOutbox;
import parley.sfu.transport.Transport;

/** One connected presence in a room: a transport, the tracks it publishes and those it gets. */
public final class Participant {
  private static final Logger LOG = LoggerFactory.getLogger(Participant.class);

  private final String sid;
  private final Room room;
  private final Connection connection;
  private final Transport transport;
  private final RtcpOutbox outbox;
  private final Outgoing outgoing;
  private final Incoming incoming;
  private final Chores chores;
  private boolean removed;

  Participant(
      String sid,
      Room room,
      RoomParts parts,
      TransportFactory transports,
      ParticipantListener listener) {
    this.sid = sid;
    this.room = room;
    connection = new Connection(listener, parts.traffic().drops());
    transport = transports.newTransport(connection);
    outbox = new RtcpOutbox(parts.random().nextInt(1, Integer.MAX_VALUE), transport::sendRtcp);
    outgoing = new Outgoing(parts, outbox, transport);
    incoming = new Incoming(sid, parts, listener, outbox, outgoing);
    connection.lead(incoming, outgoing);
    chores = new Chores(incoming, outgoing, outbox, listener);
  }

  public String sid() {
    return sid;
  }

  /** What our side of the SDP says. */
  public IceCredentials local() {
    return new IceCredentials(transport.localUfrag(), transport.localPwd());
  }

  /**
   * Tells what the other side's SDP says; again after an ICE restart with its new credentials.
   *
   * @throws IllegalArgumentException for a fingerprint of an unknown algorithm
   */
  public void connect(RemoteTransport remote) {
    DtlsFingerprint fingerprint = remote.fingerprint();
    transport.setRemote(
        remote.credentials().ufrag(),
        remote.credentials().pwd(),
        fingerprint.algorithm(),
        fingerprint.value());
  }

  /**
   * New local credentials for the same DTLS connection (RFC 8839 §4.4.1.1.1); {@link #local} gives
   * them.
   */
  public void restartIce() {
    transport.restartIce();
  }

  public boolean connected() {
    return transport.connected();
  }

  /** When a valid packet last came from it, on the room's clock; its creation if none ever did. */
  public long lastHeardNanos() {
    return transport.lastHeardNanos();
  }

  /** For people: {@code udp 192.0.2.1:4711}; {@code none} while not connected. */
  public String path() {
    return transport.selectedPath();
  }

  /** What this connection's SDP agreed on; again after every negotiation. */
  public void receiveParameters(RtpParameters parameters) {
    incoming.parameters(parameters);
  }

  /**
   * A track whose packets will be taken from this participant.
   *
   * @throws IllegalArgumentException when its sid is taken
   */
  public PublishedTrack publish(TrackSpec spec) {
    return incoming.publish(spec);
  }

  /**
   * Whether packets of its tracks are taken at all; true at first. Tracks stay, their packets are
   * dropped meanwhile.
   */
  public void allowPublish(boolean allowed) {
    incoming.allow(allowed);
  }

  /** Forwards a track to this participant, beginning with the next keyframe. */
  public SubscribedTrack subscribe(PublishedTrack track, SubscribeSpec spec) {
    return outgoing.subscribe(track, spec);
  }

  public Collection<PublishedTrack> published() {
    return List.copyOf(incoming.tracks().values());
  }

  public Collection<SubscribedTrack> subscribed() {
    return List.copyOf(outgoing.tracks());
  }

  /** Ends its tracks, its subscriptions and its transport; harmless when it is gone. */
  public void remove(LeaveReason reason) {
    if (!removed) {
      removed = true;
      LOG.debug("{} leaves {}: {}", sid, room.name(), reason);
      outgoing.end();
      incoming.end();
      transport.close();
      room.removed(this);
    }
  }

  void tick(long now) {
    if (removed) {
      return;
    }
    chores.tick(now, connection.silent());
  }

  Incoming incoming() {
    return incoming;
  }
}
