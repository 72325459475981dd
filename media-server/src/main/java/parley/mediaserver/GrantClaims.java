package parley.mediaserver;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Grants as the {@code video} claim of LiveKit's tokens. */
final class GrantClaims {
  private GrantClaims() {}

  static Map<String, Object> write(String room, Grants grants) {
    Map<String, Object> video = new LinkedHashMap<>();
    video.put("roomJoin", true);
    video.put("room", room);
    video.put("canPublish", grants.canPublish());
    video.put("canSubscribe", grants.canSubscribe());
    video.put("canPublishData", grants.canPublishData());
    if (!grants.publishSources().isEmpty()) {
      video.put(
          "canPublishSources",
          grants.publishSources().stream()
              .map(source -> source.name().toLowerCase(Locale.ROOT))
              .sorted()
              .toList());
    }
    if (grants.canUpdateOwnMetadata()) {
      video.put("canUpdateOwnMetadata", true);
    }
    if (grants.hidden()) {
      video.put("hidden", true);
    }
    return video;
  }

  /** Absent: publish and subscribe are allowed, data follows publish, the rest is not allowed. */
  static Grants read(Map<?, ?> video) {
    boolean canPublish = flag(video.get("canPublish"), true);
    return new Grants(
        canPublish,
        sources(video.get("canPublishSources")),
        flag(video.get("canSubscribe"), true),
        flag(video.get("canPublishData"), canPublish),
        flag(video.get("canUpdateOwnMetadata"), false),
        flag(video.get("hidden"), false));
  }

  /** A grant that is there but is no boolean allows nothing. */
  private static boolean flag(@Nullable Object value, boolean whenAbsent) {
    return value == null ? whenAbsent : Boolean.TRUE.equals(value);
  }

  /** A list that names only unknown sources allows only the unknown source, not everything. */
  private static Set<TrackSource> sources(@Nullable Object value) {
    Set<TrackSource> sources = EnumSet.noneOf(TrackSource.class);
    if (value instanceof List<?> list) {
      list.forEach(name -> sources.add(source(name)));
    } else if (value != null) {
      sources.add(TrackSource.UNKNOWN);
    }
    return sources;
  }

  private static TrackSource source(@Nullable Object name) {
    return switch (String.valueOf(name)) {
      case "camera" -> TrackSource.CAMERA;
      case "microphone" -> TrackSource.MICROPHONE;
      case "screen_share" -> TrackSource.SCREEN_SHARE;
      case "screen_share_audio" -> TrackSource.SCREEN_SHARE_AUDIO;
      default -> TrackSource.UNKNOWN;
    };
  }
}
