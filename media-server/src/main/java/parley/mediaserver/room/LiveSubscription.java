package parley.mediaserver.room;

import java.util.Map;
import livekit.LivekitModels.VideoQuality;
import livekit.LivekitRtc.UpdateTrackSettings;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.media.MediaDelivery;
import parley.mediaserver.media.MediaLeg;
import parley.mediaserver.media.MediaTrack;
import parley.mediaserver.negotiate.Answer;
import parley.mediaserver.negotiate.Delivery;
import parley.mediaserver.negotiate.SectionPlan;
import parley.sfu.SubscribeSpec;
import parley.sfu.packet.Layer;

/** One track as one participant gets it, or could. */
final class LiveSubscription implements Delivery {
  private final LiveTrack track;
  private boolean desired;
  private boolean allowed;
  private boolean unsupported;
  private boolean wantedBefore;
  private @Nullable String mid;
  private int ssrc;
  private int rtxSsrc;
  private @Nullable MediaDelivery media;
  private UpdateTrackSettings setting =
      UpdateTrackSettings.newBuilder().setQuality(VideoQuality.HIGH).build();
  private Layer target = Layer.HIGH;
  private boolean paused;

  LiveSubscription(LiveTrack track) {
    this.track = track;
  }

  LiveTrack track() {
    return track;
  }

  int ssrc() {
    return ssrc;
  }

  int rtxSsrc() {
    return rtxSsrc;
  }

  boolean desired() {
    return desired;
  }

  void desired(boolean wanted) {
    desired = wanted;
  }

  boolean allowed() {
    return allowed;
  }

  void allowed(boolean may) {
    allowed = may;
  }

  void unsupported() {
    unsupported = true;
  }

  /** Should be sent. */
  boolean wanted() {
    return desired && allowed && !unsupported;
  }

  /** Whether it should be sent now and should not when this was asked last. */
  boolean newlyWanted() {
    boolean before = wantedBefore;
    wantedBefore = wanted();
    return wantedBefore && !before;
  }

  /** Should be sent and has no section yet. */
  boolean waiting() {
    return wanted() && mid == null;
  }

  boolean placed() {
    return mid != null;
  }

  /**
   * Its section from now on, under SSRCs that this connection has not seen: a stream that starts
   * anew under an old one looks like a replay to the receiver (RFC 3711 §3.3.2).
   */
  void place(String sectionMid, int newSsrc, int newRtxSsrc) {
    mid = sectionMid;
    ssrc = newSsrc;
    rtxSsrc = newRtxSsrc;
  }

  @Override
  public String kind() {
    return track.kind();
  }

  @Override
  public SectionPlan.Subscribe plan() {
    String publisher = track.publisher().sid();
    return new SectionPlan.Subscribe(
        publisher + "|" + track.sid(), track.sid(), publisher, ssrc, rtxSsrc, track.stereo());
  }

  /** Its section was answered: packets go from now on. */
  void start(MediaLeg leg, Map<String, Answer.Agreed> sections) {
    String section = mid;
    MediaTrack source = track.media();
    Answer.Agreed agreed = section == null ? null : sections.get(section);
    if (section == null || source == null || agreed == null || media != null) {
      return;
    }
    boolean repaired = agreed.codecs().stream().anyMatch(codec -> codec.rtxPayloadType() >= 0);
    media =
        leg.subscribe(
            source,
            new SubscribeSpec(
                section, ssrc, repaired ? rtxSsrc : 0, agreed.codecs(), agreed.extensions()));
    applySetting();
  }

  /** What the receiver shows; kept for when it starts. */
  void setting(UpdateTrackSettings wanted) {
    setting = wanted;
    applySetting();
  }

  void pause() {
    setting(setting.toBuilder().setDisabled(true).build());
  }

  void stop() {
    MediaDelivery started = media;
    if (started != null) {
      started.unsubscribe();
    }
    media = null;
    mid = null;
    target = Layer.HIGH;
    paused = false;
  }

  private void applySetting() {
    MediaDelivery started = media;
    if (started == null) {
      return;
    }
    Layer layer = LayerChoice.of(track.layers(), setting);
    if (track.kind().equals("video") && layer != target) {
      target = layer;
      started.targetLayer(layer);
    }
    if (setting.getDisabled() != paused) {
      paused = setting.getDisabled();
      if (paused) {
        started.pause();
      } else {
        started.resume();
      }
    }
  }
}
