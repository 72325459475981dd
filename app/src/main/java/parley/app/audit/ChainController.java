package parley.app.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import parley.app.audit.ChainChecks.Outcome;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.SignedInUser;

/** Whether the trail is as it was written. */
@RestController
@RequestMapping("/api/v1/staff/audit/chain")
class ChainController {
  private final SealRepository seals;
  private final ChainChecks checks;
  private final RateLimits limits;

  ChainController(SealRepository seals, ChainChecks checks, RateLimits limits) {
    this.seals = seals;
    this.checks = checks;
    this.limits = limits;
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
}
