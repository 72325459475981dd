package parley.app.notifications;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.SignedInUser;
import parley.app.updates.Topic;
import parley.app.updates.Updates;

/** What the app shows of somebody's notifications. */
@RestController
@RequestMapping("/api/v1/notifications")
class NotificationController {
  private static final int MOST = 100;

  private final NotificationRepository repository;
  private final NotificationViews views;
  private final Bells bells;
  private final Updates updates;

  NotificationController(
      NotificationRepository repository, NotificationViews views, Bells bells, Updates updates) {
    this.repository = repository;
    this.views = views;
    this.bells = bells;
    this.updates = updates;
  }

  record NotificationPage(List<NotificationViews.View> items, @Nullable UUID nextCursor) {}

  /** The unread count, and the number in the update channel from which to follow it. */
  record Summary(int unread, Followed updates) {
    record Followed(String topic, long seq) {}
  }

  /**
   * @param upTo the latest notification that was seen; those after it stay unread
   */
  record Seen(@Nullable UUID upTo) {}

  @GetMapping
  NotificationPage list(
      SignedInUser user,
      @RequestParam(defaultValue = "30") int limit,
      @RequestParam(defaultValue = "false") boolean unread,
      @RequestParam @Nullable UUID cursor) {
    int wanted = Math.clamp(limit, 1, MOST);
    List<Notification> found = repository.list(user.userId(), cursor, unread, wanted + 1);
    boolean more = found.size() > wanted;
    List<NotificationViews.View> page = found.stream().limit(wanted).map(views::show).toList();
    return new NotificationPage(page, more ? page.getLast().id() : null);
  }

  @GetMapping("/summary")
  Summary summary(SignedInUser user) {
    Topic topic = Topic.user(user.userId());
    // The number first: whatever comes in between is told again, with its own count.
    long seq = updates.latest(topic);
    return new Summary(
        repository.unread(user.userId()), new Summary.Followed(topic.toString(), seq));
  }

  @PostMapping("/{id}/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void read(SignedInUser user, @PathVariable UUID id) {
    bells.read(user.userId(), id);
  }

  @PostMapping("/read")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void readAll(SignedInUser user, @RequestBody(required = false) @Nullable Seen seen) {
    bells.readAll(user.userId(), seen == null ? null : seen.upTo());
  }
}
