package parley.app.staff;

import static parley.app.staff.StaffRole.ADMIN;
import static parley.app.staff.StaffRole.COMPLIANCE;
import static parley.app.staff.StaffRole.MODERATOR;
import static parley.app.staff.StaffRole.SUPPORT;

import java.util.Set;

/**
 * Everything that only staff may do, and which of them: this table is the rule and its
 * documentation.
 */
public enum Permission {
  /** Read mails that wait because no SMTP server is set. They hold links that open accounts. */
  MAILBOX_READ(ADMIN),
  /** Search and export the audit trail. */
  AUDIT_READ(ADMIN, COMPLIANCE),
  /** Find a user and see the account, without secrets. */
  USERS_VIEW(ADMIN, MODERATOR, COMPLIANCE, SUPPORT),
  /** Suspend and restore a user, end their sessions. */
  USERS_SUSPEND(ADMIN, MODERATOR),
  /** Give and take staff roles. */
  STAFF_GRANT(ADMIN),
  /** See which meetings run. */
  MEETINGS_VIEW(ADMIN, MODERATOR, SUPPORT),
  /** Look at identity documents and decide. */
  KYC_REVIEW(COMPLIANCE),
  /** Write and publish articles. */
  CONTENT_PUBLISH(ADMIN, MODERATOR);

  private final Set<StaffRole> roles;

  Permission(StaffRole... roles) {
    this.roles = Set.of(roles);
  }

  /** Whether staff of this role may. */
  public boolean isGivenTo(StaffRole role) {
    return roles.contains(role);
  }
}
