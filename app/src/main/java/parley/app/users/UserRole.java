package parley.app.users;

/** {@code users.role}, its names in lower case as the schema spells them. */
public enum UserRole {
  USER,
  ADMIN,
  SUPPORT
}
