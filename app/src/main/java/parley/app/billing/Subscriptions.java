package parley.app.billing;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** What users have paid for. */
@Service
public class Subscriptions {
  private final PlanRepository plans;
  private final Clock clock;

  Subscriptions(PlanRepository plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  /**
   * The plan that this user has subscribed to and that holds now; empty for whoever pays nothing.
   */
  public Optional<Plan> planOf(UUID userId) {
    return plans.subscribed(userId, clock.instant());
  }
}
