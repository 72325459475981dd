package parley.app.staff;

import static parley.app.staff.StaffRole.ADMIN;
import static parley.app.staff.StaffRole.COMPLIANCE;
import static parley.app.staff.StaffRole.MODERATOR;
import static parley.app.staff.StaffRole.SUPPORT;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Everything that only staff may do, and which of them: this table is the rule, and {@code
 * docs/operate/staff.md} is compared with it.
 */
public enum Permission {
  CONSOLE_OPEN("Open the console", ADMIN, MODERATOR, COMPLIANCE, SUPPORT),
  MAILBOX_READ("Read mails that wait because no mail server is set", ADMIN),
  AUDIT_READ("Search the audit trail", ADMIN, COMPLIANCE),
  AUDIT_EXPORT("Export the audit trail", ADMIN, COMPLIANCE),
  USERS_VIEW("Find a user and see the account", ADMIN, MODERATOR, COMPLIANCE, SUPPORT),
  USERS_ADDRESSES("See whole e-mail and network addresses", ADMIN, COMPLIANCE, SUPPORT),
  USERS_SUSPEND("Suspend and restore a user", ADMIN, MODERATOR),
  SESSIONS_END("End a user's sessions", ADMIN, MODERATOR),
  MAILS_RESEND("Send a user a mail again", ADMIN, SUPPORT),
  STAFF_GRANT("Give and take staff roles, suspend staff and end their sessions", ADMIN),
  SETTINGS_CHANGE("Change who may come in", ADMIN),
  PEOPLE_INVITE("Invite people to make an account", ADMIN, MODERATOR),
  MEETINGS_VIEW("See which meetings run", ADMIN, MODERATOR, SUPPORT),
  KYC_REVIEW("Look at identity documents and decide", COMPLIANCE),
  CONTENT_PUBLISH("Write and publish articles", ADMIN, MODERATOR);

  private final String words;
  private final Set<StaffRole> roles;

  Permission(String words, StaffRole first, StaffRole... others) {
    this.words = words;
    this.roles = EnumSet.of(first, others);
  }

  /** What it lets staff do, in words. */
  public String words() {
    return words;
  }

  /** Whether staff of this role may. */
  public boolean isGivenTo(StaffRole role) {
    return roles.contains(role);
  }

  /** As JSON and the audit trail write it. */
  public String spelled() {
    return name().toLowerCase(Locale.ROOT);
  }
}
