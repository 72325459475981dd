package parley.mediaserver.media;

import parley.sfu.CloseReason;
import parley.sfu.ParticipantListener;
import parley.sfu.PublishedTrack;
import parley.sfu.Quality;
import parley.sfu.packet.Layer;

/** Passes the sfu's events on, tracks by their sid. */
record SfuLegEvents(MediaLegListener listener) implements ParticipantListener {
  @Override
  public void connected() {
    listener.connected();
  }

  @Override
  public void closed(CloseReason reason) {
    listener.closed(reason);
  }

  @Override
  public void trackLive(PublishedTrack track) {
    listener.trackLive(track.sid());
  }

  @Override
  public void layerSeen(PublishedTrack track, Layer layer, int ssrc) {
    listener.layerSeen(track.sid(), layer, ssrc);
  }

  @Override
  public void tooMuch(PublishedTrack track, long bitsPerSecond) {
    listener.tooMuch(track.sid(), bitsPerSecond);
  }

  @Override
  public void quality(Quality quality, float score) {
    listener.quality(quality, score);
  }
}
