package parley.mediaserver;

import java.util.Set;

/**
 * What a token lets its holder do in one room.
 *
 * @param canPublish may publish tracks at all
 * @param publishSources if not empty, only tracks of these sources
 * @param canSubscribe may receive tracks
 * @param canPublishData may send data messages (they are not served yet)
 * @param canUpdateOwnMetadata may change its own name, metadata and attributes
 * @param hidden is never shown to others
 */
public record Grants(
    boolean canPublish,
    Set<TrackSource> publishSources,
    boolean canSubscribe,
    boolean canPublishData,
    boolean canUpdateOwnMetadata,
    boolean hidden) {

  public Grants {
    publishSources = Set.copyOf(publishSources);
  }

  /** Publish and subscribe everything; change nothing about oneself. */
  public static Grants standard() {
    return new Grants(true, Set.of(), true, true, false, false);
  }

  /** Whether a track of this source may be published. */
  public boolean mayPublish(TrackSource source) {
    return canPublish && (publishSources.isEmpty() || publishSources.contains(source));
  }
}
