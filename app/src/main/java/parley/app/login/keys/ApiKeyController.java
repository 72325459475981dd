package parley.app.login.keys;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.KeyScope;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;

/** Everybody's own API keys. No key reaches these. */
@RestController
@RequestMapping("/api/v1/users/me/api-keys")
class ApiKeyController {
  private final ApiKeys keys;
  private final Clock clock;

  ApiKeyController(ApiKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /**
   * A key as its owner sees it afterwards.
   *
   * @param hint the beginning and the end of the key, {@code parley_…abcd}
   * @param lastUsedAt true to a minute
   */
  record Shown(
      UUID id,
      String name,
      String hint,
      List<String> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt,
      boolean isExpired) {}

  /**
   * @param secret the key itself: shown this once and kept nowhere
   */
  record New(Shown key, String secret) {
    @Override
    public String toString() {
      return "New[…]";
    }
  }

  record Keys(List<Shown> items) {}

  @GetMapping
  Keys list(SignedInUser user) {
    return new Keys(keys.ofUser(user.userId()).stream().map(this::shown).toList());
  }

  @StepUp
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  New make(SignedInUser user, @RequestBody ApiKeyForm form) {
    ApiKeyForm.Checked wanted = form.check(clock.instant());
    ApiKeys.Made made =
        keys.make(user.userId(), wanted.name(), wanted.scopes(), wanted.expiresAt());
    return new New(shown(made.key()), made.secret().value());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(SignedInUser user, @PathVariable UUID id) {
    keys.revoke(id, user.userId());
  }

  private Shown shown(ApiKey key) {
    return new Shown(
        key.id(),
        key.name(),
        KeySecret.PREFIX + "…" + key.ending(),
        key.scopes().stream().map(KeyScope::spelled).sorted().toList(),
        key.createdAt(),
        key.expiresAt(),
        key.lastUsedAt(),
        !key.isLive(clock.instant()));
  }
}
