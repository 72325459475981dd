package parley.mediaserver.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import livekit.LivekitModels.AudioTrackFeature;
import livekit.LivekitModels.BackupCodecPolicy;
import livekit.LivekitModels.SimulcastCodecInfo;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitModels.TrackType;
import livekit.LivekitModels.VideoLayer;
import livekit.LivekitModels.VideoQuality;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.SimulcastCodec;
import parley.sfu.packet.Layer;

/** Makes the TrackInfo of a new track from what its publisher asks for. */
@SuppressWarnings("deprecation") // older clients read the deprecated fields
final class TrackInfos {
  private TrackInfos() {}

  static TrackInfo.Builder of(AddTrackRequest request) {
    List<VideoLayer> layers = layers(request);
    TrackInfo.Builder info =
        TrackInfo.newBuilder()
            .setSid(Sids.track(request.getType(), request.getSource()))
            .setType(request.getType())
            .setName(request.getName())
            .setSource(request.getSource())
            .setMuted(request.getMuted())
            .setWidth(request.getWidth())
            .setHeight(request.getHeight())
            .addAllLayers(layers)
            .setDisableRed(request.getDisableRed())
            .setEncryption(request.getEncryption())
            .setStream(stream(request))
            .addAllAudioFeatures(features(request))
            .setBackupCodecPolicy(request.getBackupCodecPolicy());
    info.setSimulcast(layers.size() > 1);
    info.setStereo(info.getAudioFeaturesList().contains(AudioTrackFeature.TF_STEREO));
    info.setDisableDtx(info.getAudioFeaturesList().contains(AudioTrackFeature.TF_NO_DTX));
    if (request.getType() == TrackType.AUDIO) {
      info.setBackupCodecPolicy(BackupCodecPolicy.SIMULCAST);
    }
    return info.addCodecs(codec(request, layers));
  }

  /** The codec the publisher announces first, as {@code video/h264}; empty when it does not. */
  static String announcedMime(AddTrackRequest request) {
    if (request.getSimulcastCodecsCount() == 0) {
      return "";
    }
    String codec = request.getSimulcastCodecs(0).getCodec().toLowerCase(Locale.ROOT);
    String kind = request.getType() == TrackType.VIDEO ? "video/" : "audio/";
    return codec.isEmpty() || codec.contains("/") ? codec : kind + codec;
  }

  private static SimulcastCodecInfo codec(AddTrackRequest request, List<VideoLayer> layers) {
    SimulcastCodec first =
        request.getSimulcastCodecsCount() > 0
            ? request.getSimulcastCodecs(0)
            : SimulcastCodec.getDefaultInstance();
    return SimulcastCodecInfo.newBuilder()
        .setMimeType(announcedMime(request))
        .setCid(first.getCid().isEmpty() ? request.getCid() : first.getCid())
        .addAllLayers(layers)
        .setVideoLayerMode(VideoLayer.Mode.ONE_SPATIAL_LAYER_PER_STREAM)
        .build();
  }

  /** Sorted by quality; several get the RIDs of their qualities. */
  private static List<VideoLayer> layers(AddTrackRequest request) {
    if (request.getType() != TrackType.VIDEO) {
      return List.of();
    }
    List<VideoLayer> sorted = new ArrayList<>(request.getLayersList());
    sorted.removeIf(layer -> layer.getQualityValue() < 0 || layer.getQualityValue() > 2);
    sorted.sort(Comparator.comparingInt(VideoLayer::getQualityValue));
    if (sorted.isEmpty()) {
      return List.of(
          VideoLayer.newBuilder()
              .setQuality(VideoQuality.HIGH)
              .setWidth(request.getWidth())
              .setHeight(request.getHeight())
              .build());
    }
    List<VideoLayer> named = new ArrayList<>();
    for (VideoLayer layer : sorted) {
      VideoLayer.Builder next = layer.toBuilder().setSpatialLayer(named.size());
      if (sorted.size() > 1) {
        next.setRid(Layer.values()[layer.getQualityValue()].rid());
      }
      named.add(next.build());
    }
    return named;
  }

  private static String stream(AddTrackRequest request) {
    if (!request.getStream().isEmpty()) {
      return request.getStream();
    }
    TrackSource source = request.getSource();
    return switch (source) {
      case CAMERA, MICROPHONE -> "camera";
      case SCREEN_SHARE, SCREEN_SHARE_AUDIO -> "screen";
      default -> "unknown";
    };
  }

  private static Set<AudioTrackFeature> features(AddTrackRequest request) {
    Set<AudioTrackFeature> features = new LinkedHashSet<>(request.getAudioFeaturesList());
    features.remove(AudioTrackFeature.UNRECOGNIZED);
    if (request.getType() == TrackType.AUDIO && request.getStereo()) {
      features.add(AudioTrackFeature.TF_STEREO);
    }
    if (request.getType() == TrackType.AUDIO && request.getDisableDtx()) {
      features.add(AudioTrackFeature.TF_NO_DTX);
    }
    return features;
  }
}
