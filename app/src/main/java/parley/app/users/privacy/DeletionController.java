package parley.app.users.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;

/** Deleting one's own account. */
@RestController
class DeletionController {
  /** What somebody types so that it does not happen by a slip. */
  static final String SENTENCE = "delete my account";

  private final AccountDeletions deletions;

  DeletionController(AccountDeletions deletions) {
    this.deletions = deletions;
  }

  /**
   * @param confirm the words "delete my account"
   */
  record Wish(@Nullable String confirm) {}

  /**
   * @param restorableUntil from when on everything is erased
   */
  record Done(Instant restorableUntil) {}

  @StepUp
  @PostMapping("/api/v1/users/me/deletion")
  @ResponseStatus(HttpStatus.ACCEPTED)
  Done delete(SignedInUser user, @RequestBody Wish wish) {
    String typed = wish.confirm() == null ? "" : wish.confirm().strip();
    if (!typed.equalsIgnoreCase(SENTENCE)) {
      throw Refusal.invalid("confirm", "Type “" + SENTENCE + "” to go on.");
    }
    return new Done(deletions.delete(user.userId()));
  }
}
