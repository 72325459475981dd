package parley.mediaserver.media;

import parley.sfu.IceCredentials;
import parley.sfu.LeaveReason;
import parley.sfu.RemoteTransport;
import parley.sfu.RtpParameters;
import parley.sfu.SubscribeSpec;
import parley.sfu.TrackSpec;

/** One participant's media. Room thread. */
public interface MediaLeg {
  IceCredentials local();

  /** The other side of the transport; again after an ICE restart. */
  void connect(RemoteTransport remote);

  /** New local credentials, the same DTLS connection. */
  void restartIce();

  /** When it was last heard, on the room's clock; its creation if never. */
  long lastHeardNanos();

  void receiveParameters(RtpParameters parameters);

  MediaTrack publish(TrackSpec spec);

  void allowPublish(boolean allowed);

  MediaDelivery subscribe(MediaTrack track, SubscribeSpec spec);

  void remove(LeaveReason reason);
}
