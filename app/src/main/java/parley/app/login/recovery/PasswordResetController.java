package parley.app.login.recovery;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.login.Browser;
import parley.app.login.Entry;
import parley.app.login.LoginCookies;
import parley.app.login.SecretToken;
import parley.app.shared.ClientAddress;
import parley.app.shared.LimitSettings;
import parley.app.shared.LinkToken;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.users.EmailAddress;

/** The way back in for who forgot the password. */
@RestController
class PasswordResetController {
  private final ForgottenPasswords forgotten;
  private final PasswordResets resets;
  private final Entry entry;
  private final LoginCookies cookies;
  private final RateLimits limits;

  PasswordResetController(
      ForgottenPasswords forgotten,
      PasswordResets resets,
      Entry entry,
      LoginCookies cookies,
      RateLimits limits) {
    this.forgotten = forgotten;
    this.resets = resets;
    this.entry = entry;
    this.cookies = cookies;
    this.limits = limits;
  }

  record Asked(@Nullable String email) {}

  record Account(String email) {}

  record Finish(@Nullable String token, @Nullable String password) {
    @Override
    public String toString() {
      return "Finish[…]";
    }
  }

  /** The same answer whether anybody has the address or not, and whether a mail goes out or not. */
  @PostMapping("/api/v1/password-resets")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void ask(@RequestBody Asked asked, HttpServletRequest request) {
    EmailAddress email =
        EmailAddress.parse(asked.email() == null ? "" : asked.email())
            .orElseThrow(() -> Refusal.invalid("email", "This is not an e-mail address."));
    limits.count("reset", LimitSettings::passwordReset, ClientAddress.of(request));
    if (isWithinMeasure(email)) {
      forgotten.sendLink(email);
    }
  }

  @GetMapping("/api/v1/password-reset")
  Account look(
      @RequestHeader(name = LinkToken.HEADER, defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String token,
      HttpServletRequest request) {
    return counted(
        request, () -> new Account(resets.peek(LinkToken.of(shown, token)).email().value()));
  }

  /** The browser is known from then on: the owner is not shut out by whoever guesses elsewhere. */
  @PostMapping("/api/v1/password-reset")
  ResponseEntity<Void> finish(@RequestBody Finish finish, HttpServletRequest request) {
    String token = finish.token() == null ? "" : finish.token();
    String password = finish.password() == null ? "" : finish.password();
    UUID userId = counted(request, () -> resets.finish(token, password));
    SecretToken device = entry.remember(userId, Browser.of(request));
    return ResponseEntity.noContent().headers(cookies.device(device)).build();
  }

  // Nobody's mailbox is filled by others, and nobody is told that it was nearly.
  private boolean isWithinMeasure(EmailAddress email) {
    try {
      limits.count("reset mail", LimitSettings::passwordResetMail, email.value());
      return true;
    } catch (Refusal tooMany) {
      return false;
    }
  }

  private <T> T counted(HttpServletRequest request, java.util.function.Supplier<T> work) {
    ClientAddress address = ClientAddress.of(request);
    limits.check("mailed link", LimitSettings::wrongToken, address);
    try {
      return work.get();
    } catch (Refusal refusal) {
      if (refusal.status() == HttpStatus.GONE.value()) {
        limits.count("mailed link", LimitSettings::wrongToken, address);
      }
      throw refusal;
    }
  }
}
