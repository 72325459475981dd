package parley.app.login;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.CurrentPerson;
import parley.app.shared.LimitSettings;
import parley.app.shared.LinkToken;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.users.User;
import parley.app.users.Users;

/**
 * The link in the mail leads to a page that asks first and confirms by a second request: opening it
 * changes nothing.
 */
@RestController
class VerificationController {
  private final EmailVerifications verifications;
  private final VerificationProof proof;
  private final Users users;
  private final RateLimits limits;

  VerificationController(
      EmailVerifications verifications, VerificationProof proof, Users users, RateLimits limits) {
    this.verifications = verifications;
    this.proof = proof;
    this.users = users;
    this.limits = limits;
  }

  record Confirm(@Nullable String token, @Nullable String password) {
    @Override
    public String toString() {
      return "Confirm[…]";
    }
  }

  record Address(String email) {}

  @GetMapping("/api/v1/email-verification")
  Address look(
      @RequestHeader(name = LinkToken.HEADER, defaultValue = "") String shown,
      @RequestParam(defaultValue = "") String token) {
    return new Address(verifications.peek(LinkToken.of(shown, token)).value());
  }

  /** {@code password} is needed from whoever is not logged in as the user. */
  @PostMapping("/api/v1/email-verification")
  Address confirm(@RequestBody Confirm confirm, CurrentPerson person, HttpServletRequest request) {
    String token = confirm.token() == null ? "" : confirm.token();
    boolean sameHand =
        proof.isShown(verifications.find(token), person, confirm.password(), Browser.of(request));
    return new Address(verifications.confirm(token, sameHand).value());
  }

  @PostMapping("/api/v1/users/me/email-verification")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void sendAgain(SignedInUser signedIn) {
    User user = users.find(signedIn.userId()).orElseThrow(Refusal::notLoggedIn);
    limits.count("verification mail", LimitSettings::verificationMail, user.id().toString());
    if (!user.emailVerified()) {
      verifications.send(user.id(), user.email());
    }
  }
}
