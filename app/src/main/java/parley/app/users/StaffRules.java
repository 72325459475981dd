package parley.app.users;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What staff may see of users and do to them. Implemented by {@code staff}, above this room. */
public interface StaffRules {
  /** Whether this person may see whole e-mail and network addresses. */
  boolean seesAddresses(UUID staff);

  /** The roles behind the counter of those of these users who have one, as they are spelled. */
  Map<UUID, String> rolesOf(Collection<UUID> users);

  /** Everybody with this role behind the counter; empty for a word that is no role. */
  Set<UUID> withRole(String role);

  /** What this person may do to this user, as the console names it. */
  List<String> deeds(UUID staff, User user);

  /**
   * Returns if this person may suspend or restore this user; otherwise refuses. Called in the
   * transaction that does it: until that ends, nobody else changes who is staff.
   */
  void requireMaySuspend(UUID staff, UUID user);

  /** Returns if this person may end the sessions of this user; otherwise refuses. */
  void requireMayEndSessions(UUID staff, UUID user);

  /**
   * Refuses with 409 {@code last_administrator} if nobody could run this Parley without this user.
   * Called in the transaction that lets the user go.
   */
  void requireMayLeave(UUID user);
}
