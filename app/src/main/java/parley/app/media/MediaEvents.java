package parley.app.media;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import parley.mediaserver.LeaveReason;
import parley.mediaserver.MediaServerListener;
import parley.mediaserver.TrackFacts;

/**
 * Turns what our own media server says into {@link MediaEvent}s. It calls in order on a thread of
 * its own, so a listener that writes to the database delays later facts, never media.
 */
@Component
class MediaEvents implements MediaServerListener {
  private static final Logger LOG = LoggerFactory.getLogger(MediaEvents.class);
  private static final int TRIES = 4;

  private final ApplicationEventPublisher publisher;
  private final MediaNode node;

  MediaEvents(ApplicationEventPublisher publisher, MediaNode node) {
    this.publisher = publisher;
    this.node = node;
  }

  @Override
  public void participantJoined(String room, String identity, String sid, Instant at) {
    tell(new MediaEvent.Joined(node.id(), room, identity, sid, at));
  }

  @Override
  public void participantLeft(
      String room, String identity, String sid, Instant lastSignOfLife, LeaveReason reason) {
    boolean wanted = reason == LeaveReason.CLIENT_LEFT;
    tell(new MediaEvent.Left(room, identity, sid, lastSignOfLife, wanted));
  }

  @Override
  public void trackPublished(
      String room, String identity, String sid, TrackFacts track, Instant at) {
    tell(new MediaEvent.TrackPublished(room, identity, sid, source(track), track.muted()));
  }

  @Override
  public void trackMuted(String room, String identity, String sid, TrackFacts track, Instant at) {
    tell(new MediaEvent.TrackMuted(room, identity, sid, source(track), track.muted()));
  }

  @Override
  public void trackUnpublished(
      String room, String identity, String sid, TrackFacts track, Instant at) {
    tell(new MediaEvent.TrackUnpublished(room, identity, sid, source(track)));
  }

  /** Publishes a fact; the database may be away for a moment, so a failed one is told again. */
  void tell(MediaEvent event) {
    for (int attempt = 1; ; attempt++) {
      try {
        publisher.publishEvent(event);
        return;
      } catch (RuntimeException failure) {
        if (attempt == TRIES || !pause(attempt)) {
          LOG.error("A fact from the media side could not be kept: {}", event, failure);
          return;
        }
      }
    }
  }

  private static boolean pause(int attempt) {
    try {
      Thread.sleep(100L << attempt);
      return true;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  // A client that names no source is a simple one: its sound is a microphone, its picture a camera.
  private static MediaSource source(TrackFacts track) {
    return switch (track.source()) {
      case MICROPHONE -> MediaSource.MICROPHONE;
      case CAMERA -> MediaSource.CAMERA;
      case SCREEN_SHARE -> MediaSource.SCREEN_SHARE;
      case SCREEN_SHARE_AUDIO -> MediaSource.SCREEN_SHARE_AUDIO;
      case UNKNOWN -> track.audio() ? MediaSource.MICROPHONE : MediaSource.CAMERA;
    };
  }
}
