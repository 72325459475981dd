package parley.app.users;

import java.util.UUID;
import org.springframework.stereotype.Service;
import parley.app.shared.Refusal;

/** Who may make meetings. */
@Service
public class Hosting {
  private final UserRepository users;
  private final EntryPolicy policy;

  Hosting(UserRepository users, EntryPolicy policy) {
    this.users = users;
    this.policy = policy;
  }

  /** Refuses with 403 {@code host_not_allowed} unless this user may make meetings. */
  public void require(UUID userId) {
    User user = users.find(userId).orElseThrow(Refusal::notLoggedIn);
    if (!policy.mayHost(user)) {
      throw policy.hostNotAllowed(user);
    }
  }
}
