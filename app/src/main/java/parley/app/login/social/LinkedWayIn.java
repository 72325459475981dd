package parley.app.login.social;

import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.login.factors.WayIn;

/** Linked accounts let people in. */
@Component
class LinkedWayIn implements WayIn {
  private final LinkedAccountRepository repository;

  LinkedWayIn(LinkedAccountRepository repository) {
    this.repository = repository;
  }

  @Override
  public int count(UUID userId) {
    return repository.of(userId).size();
  }
}
