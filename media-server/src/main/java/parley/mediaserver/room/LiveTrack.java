package parley.mediaserver.room;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import livekit.LivekitModels.AudioTrackFeature;
import livekit.LivekitModels.SimulcastCodecInfo;
import livekit.LivekitModels.TimedVersion;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackType;
import livekit.LivekitModels.VideoLayer;
import livekit.LivekitRtc.AddTrackRequest;
import org.jspecify.annotations.Nullable;
import parley.mediaserver.TrackFacts;
import parley.mediaserver.TrackSource;
import parley.mediaserver.media.MediaTrack;
import parley.mediaserver.negotiate.Answer;
import parley.mediaserver.negotiate.Publication;
import parley.mediaserver.negotiate.Section;
import parley.mediaserver.negotiate.SectionPlan;
import parley.sfu.EncodingSpec;
import parley.sfu.TrackKind;
import parley.sfu.TrackSpec;
import parley.sfu.packet.Layer;
import parley.wire.sdp.Ssrcs;

/** A track of one participant: asked for, then negotiated, then announced to the room. */
@SuppressWarnings("deprecation") // older clients read the deprecated fields
final class LiveTrack implements Publication {
  private final LiveParticipant publisher;
  private final String cid;
  private final String announcedMime;
  private final TrackInfo.Builder info;
  private @Nullable Section section;
  private @Nullable MediaTrack media;
  private boolean announced;
  private boolean everSubscribed;

  LiveTrack(LiveParticipant publisher, AddTrackRequest request) {
    this.publisher = publisher;
    this.cid = request.getCid();
    this.announcedMime = TrackInfos.announcedMime(request);
    this.info = TrackInfos.of(request);
  }

  LiveParticipant publisher() {
    return publisher;
  }

  String sid() {
    return info.getSid();
  }

  String cid() {
    return cid;
  }

  TrackInfo info() {
    return info.build();
  }

  /** {@code audio} or {@code video}. */
  String kind() {
    return info.getType() == TrackType.VIDEO ? "video" : "audio";
  }

  String mime() {
    return info.getMimeType();
  }

  boolean muted() {
    return info.getMuted();
  }

  boolean stereo() {
    return info.getAudioFeaturesList().contains(AudioTrackFeature.TF_STEREO);
  }

  List<VideoLayer> layers() {
    return info.getLayersList();
  }

  @Nullable Section section() {
    return section;
  }

  @Nullable MediaTrack media() {
    return media;
  }

  boolean announced() {
    return announced;
  }

  TrackFacts facts() {
    return new TrackFacts(
        sid(), info.getType() == TrackType.AUDIO, Sources.of(info.getSource()), muted());
  }

  /** Sent as several streams: their first packet tells which, so it is announced only then. */
  boolean simulcast() {
    Section used = section;
    return used != null && used.offered().rids().size() > 1;
  }

  @Override
  public SectionPlan.Publish plan() {
    boolean dtx = !info.getAudioFeaturesList().contains(AudioTrackFeature.TF_NO_DTX);
    return new SectionPlan.Publish(announcedMime.isEmpty() ? null : announcedMime, stereo(), dtx);
  }

  /** The section that sends it. */
  void claim(Section claimed) {
    section = claimed;
    claimed.publish(this);
    info.setMid(claimed.mid());
    SimulcastCodecInfo.Builder codec = info.getCodecsBuilder(0).setMid(claimed.mid());
    String clientId = claimed.clientTrackId();
    if (clientId != null && !clientId.equals(codec.getCid())) {
      codec.setSdpCid(clientId);
    }
  }

  /** Its section was answered: packets are taken from now on. */
  void start(Answer.Agreed agreed, Instant now) {
    Section used = section;
    if (used == null || media != null) {
      return;
    }
    String mime = agreed.codecs().isEmpty() ? "" : agreed.codecs().getFirst().mime();
    info.setMimeType(mime);
    info.getCodecsBuilder(0).setMimeType(mime);
    info.setVersion(
        TimedVersion.newBuilder()
            .setUnixMicro(now.getEpochSecond() * 1_000_000 + now.getNano() / 1000));
    TrackKind kind = info.getType() == TrackType.VIDEO ? TrackKind.VIDEO : TrackKind.AUDIO;
    MediaTrack started =
        publisher.leg().publish(new TrackSpec(sid(), kind, screen(), used.mid(), encodings(used)));
    media = started;
    started.muted(muted());
  }

  private boolean screen() {
    return Sources.of(info.getSource()) == TrackSource.SCREEN_SHARE;
  }

  void announce() {
    announced = true;
  }

  void mute(boolean muted) {
    info.setMuted(muted);
    MediaTrack started = media;
    if (started != null) {
      started.muted(muted);
    }
  }

  /** True for the first receiver only. */
  boolean firstSubscriber() {
    boolean first = !everSubscribed;
    everSubscribed = true;
    return first;
  }

  void layerSeen(Layer layer, int ssrc) {
    for (int i = 0; i < info.getLayersCount(); i++) {
      VideoLayer.Builder known = info.getLayersBuilder(i);
      if (known.getQualityValue() == layer.ordinal()) {
        known.setSsrc(ssrc);
      }
    }
  }

  void features(List<AudioTrackFeature> features) {
    info.clearAudioFeatures().addAllAudioFeatures(new LinkedHashSet<>(features));
  }

  void end() {
    MediaTrack started = media;
    if (started != null) {
      started.unpublish();
    }
    Section used = section;
    if (used != null && used.publication() == this) {
      used.unpublish();
    }
  }

  private static List<EncodingSpec> encodings(Section section) {
    List<String> rids = section.offered().rids();
    if (!rids.isEmpty()) {
      return rids.stream().map(EncodingSpec::ofRid).toList();
    }
    Ssrcs ssrcs = section.offered().ssrcs();
    if (ssrcs.media().isEmpty()) {
      return List.of(new EncodingSpec("", 0, 0));
    }
    int ssrc = ssrcs.media().getFirst();
    int rtx =
        ssrcs.repairs().stream()
            .filter(repair -> repair.ssrc() == ssrc)
            .mapToInt(Ssrcs.Repair::rtxSsrc)
            .findFirst()
            .orElse(0);
    return List.of(new EncodingSpec("", ssrc, rtx));
  }
}
