package parley.mediaserver.media;

import parley.sfu.IceCredentials;
import parley.sfu.LeaveReason;
import parley.sfu.Participant;
import parley.sfu.PublishedTrack;
import parley.sfu.RemoteTransport;
import parley.sfu.RtpParameters;
import parley.sfu.SubscribeSpec;
import parley.sfu.SubscribedTrack;
import parley.sfu.TrackSpec;
import parley.sfu.packet.Layer;

/** A participant of the sfu. */
record SfuLeg(Participant participant) implements MediaLeg {
  @Override
  public IceCredentials local() {
    return participant.local();
  }

  @Override
  public void connect(RemoteTransport remote) {
    participant.connect(remote);
  }

  @Override
  public void restartIce() {
    participant.restartIce();
  }

  @Override
  public long lastHeardNanos() {
    return participant.lastHeardNanos();
  }

  @Override
  public void receiveParameters(RtpParameters parameters) {
    participant.receiveParameters(parameters);
  }

  @Override
  public MediaTrack publish(TrackSpec spec) {
    return new SfuTrack(participant.publish(spec));
  }

  @Override
  public void allowPublish(boolean allowed) {
    participant.allowPublish(allowed);
  }

  @Override
  public MediaDelivery subscribe(MediaTrack track, SubscribeSpec spec) {
    return new SfuDelivery(participant.subscribe(((SfuTrack) track).track(), spec));
  }

  @Override
  public void remove(LeaveReason reason) {
    participant.remove(reason);
  }

  private record SfuTrack(PublishedTrack track) implements MediaTrack {
    @Override
    public String sid() {
      return track.sid();
    }

    @Override
    public void muted(boolean muted) {
      track.muted(muted);
    }

    @Override
    public void unpublish() {
      track.unpublish();
    }
  }

  private record SfuDelivery(SubscribedTrack track) implements MediaDelivery {
    @Override
    public void targetLayer(Layer max) {
      track.targetLayer(max);
    }

    @Override
    public void pause() {
      track.pause();
    }

    @Override
    public void resume() {
      track.resume();
    }

    @Override
    public void unsubscribe() {
      track.unsubscribe();
    }
  }
}
