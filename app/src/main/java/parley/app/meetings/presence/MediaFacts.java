package parley.app.meetings.presence;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import parley.app.media.MediaEngine;
import parley.app.media.MediaEvent;
import parley.app.media.MediaSource;

/**
 * Writes down what the media side tells. Rooms and identities that are none of ours are not for us.
 */
@Component
class MediaFacts {
  private final Presences presences;
  private final PresenceRepository repository;
  private final MediaEngine media;

  MediaFacts(Presences presences, PresenceRepository repository, MediaEngine media) {
    this.presences = presences;
    this.repository = repository;
    this.media = media;
  }

  @EventListener
  void joined(MediaEvent.Joined fact) {
    Optional<UUID> presence = presence(fact.room(), fact.identity());
    boolean rightful =
        presence.isEmpty()
            || presences.joined(presence.get(), fact.node(), fact.connection(), fact.at());
    if (!rightful) {
      media.remove(fact.room(), fact.identity());
    }
  }

  @EventListener
  void left(MediaEvent.Left fact) {
    presence(fact.room(), fact.identity())
        .ifPresent(
            id -> presences.left(id, fact.connection(), fact.lastSignOfLife(), fact.wanted()));
  }

  @EventListener
  void published(MediaEvent.TrackPublished fact) {
    track(fact.room(), fact.identity(), fact.connection(), fact.source(), !fact.muted());
  }

  @EventListener
  void muted(MediaEvent.TrackMuted fact) {
    track(fact.room(), fact.identity(), fact.connection(), fact.source(), !fact.muted());
  }

  @EventListener
  void unpublished(MediaEvent.TrackUnpublished fact) {
    track(fact.room(), fact.identity(), fact.connection(), fact.source(), false);
  }

  @EventListener
  void nodeLost(MediaEvent.NodeLost fact) {
    repository
        .connectedOn(fact.node())
        .forEach(presence -> presences.lostWithServer(presence.id(), fact.lastSignOfLife()));
  }

  private void track(
      String room, String identity, String connection, MediaSource source, boolean on) {
    presence(room, identity)
        .ifPresent(id -> {
          switch (source) {
            case MICROPHONE -> presences.microphone(id, connection, on);
            case CAMERA -> presences.camera(id, connection, on);
            case SCREEN_SHARE, SCREEN_SHARE_AUDIO, UNKNOWN -> {}
          }
        });
  }

  private Optional<UUID> presence(String room, String identity) {
    Optional<UUID> meeting = MediaNames.id(room);
    return MediaNames.id(identity)
        .flatMap(repository::find)
        .filter(found -> Optional.of(found.meetingId()).equals(meeting))
        .map(Presence::id);
  }
}
