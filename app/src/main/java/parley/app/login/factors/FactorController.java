package parley.app.login.factors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.util.encoders.Base32;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.PublicUrl;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;
import parley.app.users.User;
import parley.app.users.Users;

/** The second step of everybody's log-in: authenticator app, passkey, recovery codes. */
@RestController
@RequestMapping("/api/v1/users/me")
class FactorController {
  private final AuthenticatorApps apps;
  private final Factors factors;
  private final Users users;
  private final PublicUrl publicUrl;

  FactorController(AuthenticatorApps apps, Factors factors, Users users, PublicUrl publicUrl) {
    this.apps = apps;
    this.factors = factors;
    this.users = users;
    this.publicUrl = publicUrl;
  }

  /**
   * @param secret Base32 without padding, for typing
   * @param uri for an app on the same device ({@code otpauth:})
   * @param qr the same to be scanned
   */
  record Setup(String secret, String uri, QrPath qr) {
    @Override
    public String toString() {
      return "Setup[…]";
    }
  }

  record Confirm(@Nullable String code) {}

  /**
   * @param recoveryCodes shown this once; empty where the ones from before stay good
   */
  record TurnedOn(List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "TurnedOn[…]";
    }
  }

  @StepUp
  @PostMapping("/authenticator-app")
  @ResponseStatus(HttpStatus.CREATED)
  Setup start(SignedInUser signedIn) {
    User user = users.find(signedIn.userId()).orElseThrow(Refusal::notLoggedIn);
    String secret = Base32.toBase32String(apps.start(user.id())).replace("=", "");
    String issuer = "Parley (" + publicUrl.page("/").getHost() + ")";
    String uri =
        String.format(
            Locale.ROOT,
            "otpauth://totp/%s:%s?secret=%s&issuer=%s",
            encoded(issuer),
            encoded(user.email().value()),
            secret,
            encoded(issuer));
    return new Setup(secret, uri, QrPath.of(uri));
  }

  @StepUp
  @PostMapping("/authenticator-app/confirmation")
  TurnedOn confirm(SignedInUser user, @RequestBody Confirm confirm) {
    String code = confirm.code() == null ? "" : confirm.code();
    return new TurnedOn(factors.confirmApp(user.userId(), code));
  }

  @StepUp
  @DeleteMapping("/authenticator-app")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void turnAppOff(SignedInUser user) {
    factors.turnAppOff(user.userId());
  }

  @StepUp
  @PutMapping("/passkey-step")
  TurnedOn turnPasskeyStepOn(SignedInUser user) {
    return new TurnedOn(factors.turnPasskeyStepOn(user.userId()));
  }

  @StepUp
  @DeleteMapping("/passkey-step")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void turnPasskeyStepOff(SignedInUser user) {
    factors.turnPasskeyStepOff(user.userId());
  }

  @StepUp
  @PostMapping("/recovery-codes")
  @ResponseStatus(HttpStatus.CREATED)
  TurnedOn newRecoveryCodes(SignedInUser user) {
    return new TurnedOn(factors.newRecoveryCodes(user.userId()));
  }

  private static String encoded(String part) {
    return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
