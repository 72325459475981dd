package parley.sfu;

import java.util.Set;
import parley.sfu.packet.Layer;

/** A track as its sender gives it. */
public final class PublishedTrack {
  private final TrackSpec spec;

  PublishedTrack(TrackSpec spec) {
    this.spec = spec;
  }

  public String sid() {
    return spec.sid();
  }

  public TrackKind kind() {
    return spec.kind();
  }

  public TrackSpec spec() {
    return spec;
  }

  /** True once a packet of it has come. */
  public boolean live() {
    return false;
  }

  /** Layers that flow now (a packet within about a second). */
  public Set<Layer> layers() {
    return Set.of();
  }

  /** While muted none of its packets is forwarded, whatever the sender does. */
  public void muted(boolean muted) {
    throw new UnsupportedOperationException();
  }

  public TrackStats stats() {
    throw new UnsupportedOperationException();
  }

  /** Ends the track and its subscriptions; later packets of it are dropped. */
  public void unpublish() {
    throw new UnsupportedOperationException();
  }
}
