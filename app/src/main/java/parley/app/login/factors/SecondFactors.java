package parley.app.login.factors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import parley.app.shared.Refusal;
import parley.app.users.Users;

/** Whether a log-in takes two steps, and whether the second one was made. */
@Service
public class SecondFactors {
  public static final String TOTP = "totp";
  public static final String PASSKEY = "passkey";
  public static final String RECOVERY_CODE = "recovery_code";

  private final AuthenticatorApps apps;
  private final PasskeySteps passkeySteps;
  private final RecoveryCodes recoveryCodes;
  private final Users users;
  private final ApplicationEventPublisher events;

  SecondFactors(
      AuthenticatorApps apps,
      PasskeySteps passkeySteps,
      RecoveryCodes recoveryCodes,
      Users users,
      ApplicationEventPublisher events) {
    this.apps = apps;
    this.passkeySteps = passkeySteps;
    this.recoveryCodes = recoveryCodes;
    this.users = users;
    this.events = events;
  }

  /** Whether the log-in takes two steps; also if nothing is left to make the second one with. */
  public boolean isOn(UUID userId) {
    return apps.since(userId).isPresent() || passkeySteps.isOn(userId);
  }

  /**
   * What may be shown as the second step, best first; empty where the log-in has one step. Once
   * there are two, any passkey of the user will do.
   */
  public List<String> of(UUID userId) {
    boolean app = apps.since(userId).isPresent();
    if (!app && !passkeySteps.isOn(userId)) {
      return List.of();
    }
    List<String> kinds = new ArrayList<>();
    if (passkeySteps.hasPasskey(userId)) {
      kinds.add(PASSKEY);
    }
    if (app) {
      kinds.add(TOTP);
    }
    if (recoveryCodes.left(userId) > 0) {
      kinds.add(RECOVERY_CODE);
    }
    return kinds;
  }

  /**
   * Uses up a code of the app or a recovery code. Refuses with 403 {@code wrong_code} or 429. Not
   * within a transaction: a wrong try must stay counted.
   *
   * @param device hash of a known device's token, empty for any other
   */
  public void use(UUID userId, ShownFactor shown, Optional<byte[]> device) {
    String recoveryCode = shown.recoveryCode();
    if (recoveryCode == null) {
      apps.use(userId, String.valueOf(shown.code()), device);
    } else if (recoveryCodes.use(userId, recoveryCode)) {
      events.publishEvent(FactorNews.of(userId, FactorNews.Kind.CODE_USED));
    } else {
      throw new Refusal(403, "wrong_code", "That recovery code does not fit, or was used already.");
    }
  }

  /** Makes {@code users.two_fa_enabled} true to the facts; within the transaction of a change. */
  public void noteChange(UUID userId) {
    users.secondFactor(userId, isOn(userId));
  }
}
