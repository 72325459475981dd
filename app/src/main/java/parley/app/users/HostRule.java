package parley.app.users;

/** Which users may make meetings, spelled in settings and in the API in lower case. */
public enum HostRule {
  /** Every user. */
  EVERYONE,
  /** Users with a verified address. */
  VERIFIED,
  /** Users with a verified address at one of the listed mail domains, and staff. */
  DOMAINS,
  /** Staff. */
  STAFF
}
