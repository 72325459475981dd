package parley.app.users;

/**
 * Who may come in and who may host, as it holds now.
 *
 * @param signUp who may make an account
 * @param signUpDomains for {@link SignUpRule#DOMAINS}
 * @param hosts who may make meetings
 * @param hostDomains for {@link HostRule#DOMAINS}
 * @param verifiedOnly whether only users with a verified address may log in
 */
public record EntryRules(
    SignUpRule signUp,
    MailDomains signUpDomains,
    HostRule hosts,
    MailDomains hostDomains,
    boolean verifiedOnly) {
  /**
   * Whether somebody must prove their address before they are let in. Sign-up by domain means that
   * too: otherwise anybody could write down an address there.
   */
  public boolean needsVerified() {
    return verifiedOnly || signUp == SignUpRule.DOMAINS;
  }
}
