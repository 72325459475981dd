package parley.app.users;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.PlainText;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;

/** Users as staff see them. {@code staff} says who may. */
@RestController
@RequestMapping("/api/v1/staff/users")
class StaffUsersController {
  private static final int MOST = 100;
  private static final int LONGEST_TEXT = 254;
  private static final int LONGEST_REASON = 500;

  private final Counter counter;

  StaffUsersController(Counter counter) {
    this.counter = counter;
  }

  record UserPage(List<UserLine> items, @Nullable UUID nextCursor) {}

  record NamePage(List<UserName> items) {}

  record Suspension(@Nullable String reason) {
    @Override
    public String toString() {
      return "Suspension[…]";
    }
  }

  /**
   * @param q part of a name or address, a whole address, or an id
   * @param status one status; without it everybody, the deleted too
   * @param role a role behind the counter
   */
  @GetMapping
  UserPage list(
      SignedInUser staff,
      @RequestParam(defaultValue = "") String q,
      @RequestParam @Nullable String status,
      @RequestParam @Nullable String role,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam @Nullable UUID cursor) {
    if (q.length() > LONGEST_TEXT || q.indexOf('\0') >= 0) {
      throw Refusal.invalid("q", "What you look for is too long to be a name or an address.");
    }
    int wanted = Math.clamp(limit, 1, MOST);
    var query = new UserQuery(q, status(status), role, cursor);
    List<UserLine> found = counter.find(staff.userId(), query, wanted);
    boolean more = found.size() > wanted;
    List<UserLine> page = more ? found.subList(0, wanted) : found;
    return new UserPage(page, more ? page.getLast().id() : null);
  }

  /** What some users are called, for lists that know ids only. */
  @GetMapping("/names")
  NamePage names(SignedInUser staff, @RequestParam List<UUID> id) {
    return new NamePage(counter.named(staff.userId(), id.stream().limit(MOST).toList()));
  }

  @GetMapping("/{id}")
  UserCard look(SignedInUser staff, @PathVariable UUID id) {
    return counter.look(staff.userId(), id);
  }

  @StepUp
  @PutMapping("/{id}/suspension")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void suspend(SignedInUser staff, @PathVariable UUID id, @RequestBody Suspension suspension) {
    String reason = suspension.reason() == null ? "" : suspension.reason().strip();
    if (!PlainText.shows(reason) || reason.length() > LONGEST_REASON) {
      throw Refusal.invalid("reason", "Say why, in up to 500 characters.");
    }
    PlainText.requireText("reason", "A reason", reason);
    counter.suspend(staff.userId(), id, reason);
  }

  @StepUp
  @DeleteMapping("/{id}/suspension")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void restore(SignedInUser staff, @PathVariable UUID id) {
    counter.restore(staff.userId(), id);
  }

  private static @Nullable UserStatus status(@Nullable String spelled) {
    if (spelled == null || spelled.isEmpty()) {
      return null;
    }
    try {
      return UserStatus.valueOf(spelled.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Refusal.invalid("status", "A status is active, suspended or deleted.");
    }
  }
}
