package parley.app.staff;

import java.util.Locale;

/** {@code admin_users.role}, and the user role support, which has no row there. */
public enum StaffRole {
  ADMIN,
  MODERATOR,
  COMPLIANCE,
  SUPPORT;

  /** As the schema spells it. */
  public String spelled() {
    return name().toLowerCase(Locale.ROOT);
  }

  static StaffRole of(String spelled) {
    return valueOf(spelled.toUpperCase(Locale.ROOT));
  }
}
