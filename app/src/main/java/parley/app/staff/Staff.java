package parley.app.staff;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.shared.LimitSettings;
import parley.app.shared.RateLimits;
import parley.app.shared.Refusal;
import parley.app.users.User;
import parley.app.users.UserRole;
import parley.app.users.Users;

/** Everybody behind the counter, and what each of them may do. */
@Service
public class Staff {
  private final StaffRepository repository;
  private final Users users;
  private final ApplicationEventPublisher events;
  private final RateLimits limits;
  private final TransactionTemplate ownTransaction;

  Staff(
      StaffRepository repository,
      Users users,
      ApplicationEventPublisher events,
      RateLimits limits,
      PlatformTransactionManager transactions) {
    this.repository = repository;
    this.users = users;
    this.events = events;
    this.limits = limits;
    this.ownTransaction = new TransactionTemplate(transactions);
    // The line about a refusal stays although the refusal rolls back what it was asked in.
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * The role of this user behind the counter; empty for everybody else and for whoever is not
   * active.
   */
  public Optional<StaffRole> roleOf(UUID userId) {
    return users.find(userId).filter(User::isActive).flatMap(this::appointed);
  }

  /** The role that this user was given, also while the account is suspended. */
  Optional<StaffRole> appointed(User user) {
    Optional<StaffRole> row = repository.roleOf(user.id());
    boolean support = user.role() == UserRole.SUPPORT;
    return row.isEmpty() && support ? Optional.of(StaffRole.SUPPORT) : row;
  }

  /**
   * Returns if this user may. Refuses staff who may not with 403 {@code not_allowed}, and everybody
   * else with 404, as if there were nothing; either is written into the audit trail, as often as
   * {@link LimitSettings#staffRefused} says.
   */
  public void require(UUID userId, Permission permission) {
    Optional<StaffRole> role = roleOf(userId);
    if (role.filter(permission::isGivenTo).isPresent()) {
      return;
    }
    // No line of the trail ever goes: nobody may make as many as they like.
    if (limits.allows("staff refused", LimitSettings::staffRefused, userId.toString())) {
      ownTransaction.executeWithoutResult(
          status -> events.publishEvent(new StaffRefused(userId, permission)));
    }
    throw role.isPresent() ? Refusal.notAllowed() : Refusal.notFound();
  }
}
