package parley.app.users;

import java.util.Locale;

/** {@code users.status}. */
public enum UserStatus {
  ACTIVE,
  SUSPENDED,
  DELETED;

  /** As the schema spells it. */
  public String spelled() {
    return name().toLowerCase(Locale.ROOT);
  }
}
