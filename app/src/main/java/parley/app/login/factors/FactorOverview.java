package parley.app.login.factors;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A user's factors as the user sees them. */
@Component
public class FactorOverview {
  private final PasskeyRepository passkeys;
  private final AuthenticatorApps apps;
  private final PasskeySteps steps;
  private final RecoveryCodes recoveryCodes;

  FactorOverview(
      PasskeyRepository passkeys,
      AuthenticatorApps apps,
      PasskeySteps steps,
      RecoveryCodes recoveryCodes) {
    this.passkeys = passkeys;
    this.apps = apps;
    this.steps = steps;
    this.recoveryCodes = recoveryCodes;
  }

  /**
   * @param appSince since when an authenticator app is on, null while none is
   * @param passkeyStep whether a passkey is asked for after the password
   * @param recoveryCodesLeft how many of them still work
   * @param recoveryCodesOf how many somebody is given
   */
  public record Overview(
      List<PasskeyView> passkeys,
      @Nullable Instant appSince,
      boolean passkeyStep,
      int recoveryCodesLeft,
      int recoveryCodesOf) {}

  public Overview of(UUID userId) {
    return new Overview(
        passkeys.of(userId).stream().map(PasskeyView::of).toList(),
        apps.since(userId).orElse(null),
        steps.isOn(userId),
        recoveryCodes.left(userId),
        RecoveryCodes.COUNT);
  }
}
