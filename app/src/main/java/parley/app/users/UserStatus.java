package parley.app.users;

/** {@code users.status}, its names in lower case as the schema spells them. */
public enum UserStatus {
  ACTIVE,
  SUSPENDED,
  DELETED
}
