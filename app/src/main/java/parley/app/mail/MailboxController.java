package parley.app.mail;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;

/**
 * What would have been sent if there were an SMTP server. {@code staff} says who may read it; the
 * links in it open other people's accounts, so a forgotten session is not enough.
 */
@RestController
@RequestMapping("/api/v1/staff/mailbox")
class MailboxController {
  private static final int MOST = 100;

  private final MailboxRepository mailbox;
  private final ApplicationEventPublisher events;

  MailboxController(MailboxRepository mailbox, ApplicationEventPublisher events) {
    this.mailbox = mailbox;
    this.events = events;
  }

  record MailPage(List<MailboxRepository.Line> items, @Nullable UUID nextCursor) {}

  @StepUp
  @GetMapping
  MailPage list(
      SignedInUser staff,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable UUID cursor) {
    events.publishEvent(new MailboxRead(staff.userId(), null));
    int wanted = Math.clamp(limit, 1, MOST);
    List<MailboxRepository.Line> lines = mailbox.before(cursor, wanted + 1);
    boolean more = lines.size() > wanted;
    List<MailboxRepository.Line> page = more ? lines.subList(0, wanted) : lines;
    return new MailPage(page, more ? page.getLast().id() : null);
  }

  @StepUp
  @GetMapping("/{id}")
  MailboxRepository.Letter read(SignedInUser staff, @PathVariable UUID id) {
    MailboxRepository.Letter letter = mailbox.find(id).orElseThrow(Refusal::notFound);
    events.publishEvent(new MailboxRead(staff.userId(), id));
    return letter;
  }
}
