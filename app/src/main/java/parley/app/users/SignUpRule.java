package parley.app.users;

/** Who may make an account, spelled in settings and in the API in lower case. */
public enum SignUpRule {
  /** Everybody. */
  OPEN,
  /** Whoever proves an address at one of the listed mail domains. */
  DOMAINS,
  /** Whoever was sent an invitation. */
  INVITATION,
  /** Nobody. */
  CLOSED
}
