package parley.app.meetings;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.users.UserDeleted;

/** Cancels the meetings of somebody who deletes their account: nobody would come to host them. */
@Component
class HostGone {
  private final MeetingRepository repository;
  private final Meetings meetings;

  HostGone(MeetingRepository repository, Meetings meetings) {
    this.repository = repository;
    this.meetings = meetings;
  }

  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void deleted(UserDeleted event) {
    repository.openOf(event.userId()).forEach(meeting -> meetings.cancel(meeting, event.userId()));
  }
}
