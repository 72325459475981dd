package parley.app.billing;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import parley.app.users.Me;

/** What a user may do now. Asked when it matters, never kept: there is nothing to synchronise. */
@Service
public class Entitlements implements Me.Plans {
  /** The plan of everybody who has not subscribed to another. */
  private static final String FREE = "free";

  private final PlanRepository plans;
  private final Clock clock;

  Entitlements(PlanRepository plans, Clock clock) {
    this.plans = plans;
    this.clock = clock;
  }

  /** The plan whose limits hold for this user. */
  public Plan of(UUID userId) {
    return plans.holding(userId, clock.instant(), FREE);
  }

  /** How many people may be in a meeting of this user at once. */
  public int maxParticipants(UUID userId) {
    return of(userId).maxParticipants();
  }

  @Override
  public Me.PlanSummary planOf(UUID userId) {
    Plan plan = of(userId);
    return new Me.PlanSummary(plan.slug(), plan.name(), plan.maxParticipants());
  }
}
