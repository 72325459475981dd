package parley.app.meetings.presence;

import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import parley.app.login.SessionEnded;
import parley.app.login.SessionRenewed;
import parley.app.media.MediaEngine;
import parley.app.meetings.MeetingOver;
import parley.app.shared.UserCredentials;
import parley.app.updates.Updates;
import parley.app.users.UserDeleted;
import parley.app.users.UserSuspended;

/**
 * Ends presences for good: in the database first, then on the media side, which is never asked
 * within a transaction.
 */
@Service
public class Departures {
  private final Presences presences;
  private final PresenceRepository repository;
  private final Everybody everybody;
  private final MediaEngine media;
  private final Updates updates;
  private final UserCredentials users;

  Departures(
      Presences presences,
      PresenceRepository repository,
      Everybody everybody,
      MediaEngine media,
      Updates updates,
      UserCredentials users) {
    this.presences = presences;
    this.repository = repository;
    this.everybody = everybody;
    this.media = media;
    this.updates = updates;
    this.users = users;
  }

  /** One tab or device leaves. */
  public void close(Presence presence, Departure why) {
    presences.close(presence.id(), why);
    media.remove(presence.meetingId().toString(), presence.id().toString());
  }

  /** Everything of a person leaves. */
  public void closeAll(UUID participantId, Departure why) {
    repository.openOf(participantId).forEach(presence -> close(presence, why));
  }

  // In the transaction that ends the session, so that no token outlives it.
  @EventListener
  void sessionEnds(SessionEnded event) {
    List<Presence> open = repository.openBySession(event.sessionId());
    open.forEach(presence -> presences.close(presence.id(), Departure.LOGGED_OUT));
    updates.recheckUser(event.userId());
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void sessionEnded(SessionEnded event) {
    repository.closedBySession(event.sessionId()).forEach(this::removeMedia);
  }

  // Pages that are open with the old token come again with the new one, and copies of it do not.
  @EventListener
  void sessionRenewed(SessionRenewed event) {
    updates.recheckUser(event.userId());
  }

  // Also what was opened with an API key. In the same transaction, so that no token outlives it.
  @EventListener
  void suspended(UserSuspended event) {
    goes(event.userId());
  }

  @EventListener
  void deleted(UserDeleted event) {
    goes(event.userId());
  }

  private void goes(UUID userId) {
    repository
        .openByUser(userId)
        .forEach(presence -> presences.close(presence.id(), Departure.LOGGED_OUT));
    updates.recheckUser(userId);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void afterSuspension(UserSuspended event) {
    repository.loggedOutOf(event.userId()).forEach(this::removeMedia);
  }

  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void afterDeletion(UserDeleted event) {
    repository.loggedOutOf(event.userId()).forEach(this::removeMedia);
  }

  /**
   * Ends whatever was opened with login sessions that are over without a word, such as a suspended
   * user's.
   */
  @Scheduled(fixedDelayString = "PT0.5S")
  void sessionsOver() {
    for (UUID session : users.over(repository.sessionsPresent())) {
      repository.openBySession(session).forEach(presence -> close(presence, Departure.LOGGED_OUT));
    }
  }

  // After the commit: from then on nobody comes in, and the meeting's row is free for those who
  // hold a person's.
  @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
  void meetingEnded(MeetingOver event) {
    everybody.leave(event.meetingId());
    media.deleteRoom(event.meetingId().toString());
  }

  private void removeMedia(Presence presence) {
    media.remove(presence.meetingId().toString(), presence.id().toString());
  }
}
