package parley.app.users;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import parley.app.shared.AddressBook;

/** Looks addresses up in {@code users}. */
@Component
class StoredAddressBook implements AddressBook {
  private final UserRepository repository;

  StoredAddressBook(UserRepository repository) {
    this.repository = repository;
  }

  @Override
  public Optional<String> emailOf(UUID userId) {
    return repository.find(userId).map(user -> user.email().value());
  }

  @Override
  public Optional<String> verifiedEmailOf(UUID userId) {
    return repository.find(userId).filter(User::emailVerified).map(user -> user.email().value());
  }
}
