package parley.app.staff;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** Whether it is a row of {@code admin_users}, and not the user role support. */
  boolean hasRow() {
    return this != SUPPORT;
  }

  static StaffRole of(String spelled) {
    return valueOf(spelled.toUpperCase(Locale.ROOT));
  }

  /** The same for a word that may be none. */
  static Optional<StaffRole> parse(String word) {
    return Stream.of(values()).filter(role -> role.spelled().equals(word)).findFirst();
  }
}
