package parley.app.login.social;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;

/** Which accounts elsewhere open one's own. */
@RestController
@RequestMapping("/api/v1/users/me/linked-accounts")
class LinkedAccountsController {
  private final LinkedAccounts linked;
  private final Providers providers;

  LinkedAccountsController(LinkedAccounts linked, Providers providers) {
    this.linked = linked;
    this.providers = providers;
  }

  /**
   * @param email its address there, when it was linked
   */
  record LinkedAccountView(
      String provider, String name, @Nullable String email, Instant linkedAt, Instant lastUsedAt) {}

  record LinkedAccountList(List<LinkedAccountView> items) {}

  @GetMapping
  LinkedAccountList list(SignedInUser user) {
    return new LinkedAccountList(linked.of(user.userId()).stream().map(this::view).toList());
  }

  @StepUp
  @DeleteMapping("/{provider}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlink(SignedInUser user, @PathVariable String provider) {
    linked.unlink(user.userId(), provider);
  }

  private LinkedAccountView view(LinkedAccount account) {
    return new LinkedAccountView(
        account.provider(),
        providers.find(account.provider()).map(Provider::name).orElse(account.provider()),
        account.email(),
        account.linkedAt(),
        account.lastUsedAt());
  }
}
