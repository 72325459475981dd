package parley.app.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.audit.ChainChecks.Outcome;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;

/** Whether the trail is as it was written. */
@RestController
@RequestMapping("/api/v1/staff/audit/chain")
class ChainController {
  private final SealRepository seals;
  private final ChainChecks checks;
  private final RateLimits limits;
  private final ApplicationEventPublisher events;

  ChainController(
      SealRepository seals,
      ChainChecks checks,
      RateLimits limits,
      ApplicationEventPublisher events) {
    this.seals = seals;
    this.checks = checks;
    this.limits = limits;
    this.events = events;
  }

  /**
   * @param sealedUntil when the last seal was made; null before the first
   * @param checked how the last look along the whole chain went; null before the first
   */
  record State(@Nullable Instant sealedUntil, @Nullable Outcome checked) {}

  @GetMapping
  State state() {
    return new State(
        seals.last().map(AuditSeal::sealedAt).orElse(null), checks.last().orElse(null));
  }

  /** Looks through all of it now. */
  @PostMapping("/check")
  State check(SignedInUser staff) {
    limits.count("audit check", LimitSettings::setup, staff.userId().toString());
    checks.run();
    return state();
  }

  /** A fault that was found stays until somebody says that they know of it. */
  @StepUp
  @DeleteMapping("/fault")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void acknowledge(SignedInUser staff) {
    events.publishEvent(new AuditRead(staff.userId(), "chain", "accepted", Map.of()));
    checks.acknowledge();
  }
}
