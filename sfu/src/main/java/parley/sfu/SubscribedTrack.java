package parley.sfu;

import org.jspecify.annotations.Nullable;
import parley.sfu.packet.Layer;

/** A published track on its way to one receiver. */
public final class SubscribedTrack {
  private final PublishedTrack track;

  SubscribedTrack(PublishedTrack track) {
    this.track = track;
  }

  public PublishedTrack track() {
    return track;
  }

  /** The highest layer to send; of those that flow the best one up to it is sent. HIGH at first. */
  public void targetLayer(Layer max) {
    throw new UnsupportedOperationException();
  }

  /** The layer being sent; null before the first keyframe, while paused, and for audio. */
  public @Nullable Layer currentLayer() {
    return null;
  }

  /** Sends nothing until {@link #resume}. */
  public void pause() {
    throw new UnsupportedOperationException();
  }

  /** Goes on with the next keyframe, which is asked for. */
  public void resume() {
    throw new UnsupportedOperationException();
  }

  public boolean paused() {
    return false;
  }

  public TrackStats stats() {
    throw new UnsupportedOperationException();
  }

  /** Ends it; harmless when it has ended. */
  public void unsubscribe() {
    throw new UnsupportedOperationException();
  }
}
