package parley.app.login.factors;

import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.factors.FactorNews.Kind;
import parley.app.shared.Refusal;

/** Turns the second step on and off. Whoever turns it on is given recovery codes. */
@Service
class Factors {
  private final AuthenticatorApps apps;
  private final PasskeySteps passkeySteps;
  private final RecoveryCodes recoveryCodes;
  private final SecondFactors second;
  private final ApplicationEventPublisher events;

  Factors(
      AuthenticatorApps apps,
      PasskeySteps passkeySteps,
      RecoveryCodes recoveryCodes,
      SecondFactors second,
      ApplicationEventPublisher events) {
    this.apps = apps;
    this.passkeySteps = passkeySteps;
    this.recoveryCodes = recoveryCodes;
    this.second = second;
    this.events = events;
  }

  /**
   * Turns on an app that shows its first code; answers recovery codes if there were none. Refuses
   * with 403 {@code wrong_code}, 410 {@code setup_expired} or 429; a wrong try stays counted.
   */
  @Transactional(noRollbackFor = Refusal.class)
  public List<String> confirmApp(UUID userId, String code) {
    passkeySteps.hold(userId);
    apps.confirm(userId, code);
    return turnedOn(userId, Kind.APP_ON);
  }

  @Transactional
  public void turnAppOff(UUID userId) {
    passkeySteps.hold(userId);
    if (apps.remove(userId)) {
      turnedOff(userId, Kind.APP_OFF);
    }
  }

  /** Answers recovery codes if there were none; refuses with 409 {@code no_passkey}. */
  @Transactional
  public List<String> turnPasskeyStepOn(UUID userId) {
    passkeySteps.hold(userId);
    if (!passkeySteps.hasPasskey(userId)) {
      throw new Refusal(409, "no_passkey", "Add a passkey first.");
    }
    return passkeySteps.turnOn(userId) ? turnedOn(userId, Kind.STEP_ON) : List.of();
  }

  @Transactional
  public void turnPasskeyStepOff(UUID userId) {
    passkeySteps.hold(userId);
    if (passkeySteps.turnOff(userId)) {
      turnedOff(userId, Kind.STEP_OFF);
    }
  }

  /** Refuses with 409 {@code second_step_off} whoever has no use for them. */
  @Transactional
  public List<String> newRecoveryCodes(UUID userId) {
    passkeySteps.hold(userId);
    if (!second.isOn(userId)) {
      throw new Refusal(409, "second_step_off", "Turn on a second step first.");
    }
    events.publishEvent(FactorNews.of(userId, Kind.CODES_MADE));
    return recoveryCodes.replace(userId);
  }

  private List<String> turnedOn(UUID userId, Kind kind) {
    events.publishEvent(FactorNews.of(userId, kind));
    List<String> codes =
        recoveryCodes.left(userId) == 0 ? recoveryCodes.replace(userId) : List.of();
    second.noteChange(userId);
    return codes;
  }

  private void turnedOff(UUID userId, Kind kind) {
    events.publishEvent(FactorNews.of(userId, kind));
    if (!second.isOn(userId)) {
      recoveryCodes.delete(userId);
    }
    second.noteChange(userId);
  }
}
