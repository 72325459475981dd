package parley.app.audit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import parley.app.shared.ClientAddress;
import parley.app.shared.PersonKeys;

/**
 * Seals what an entry must keep of a person with that person's key, so that erasure takes it back
 * although no row changes. An address belongs to whoever acted; where nobody is known, to the user
 * it was done to; where that is nobody either, the installation's key stands in.
 */
@Component
class PersonSeal {
  private final PersonKeys keys;
  private final AddressSeal nobodys;

  PersonSeal(PersonKeys keys, AddressSeal nobodys) {
    this.keys = keys;
    this.nobodys = nobodys;
  }

  /** Whose an address or a note is. */
  static Optional<UUID> ownerOfAddress(
      @Nullable UUID actor, String entityType, @Nullable String entityId) {
    return actor == null ? subject(entityType, entityId) : Optional.of(actor);
  }

  /** The user that an entry is about, if it is about one. */
  static Optional<UUID> subject(String entityType, @Nullable String entityId) {
    if (!entityType.equals("user") || entityId == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(entityId));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  byte @Nullable [] address(Optional<UUID> owner, ClientAddress address) {
    return owner.isEmpty() ? nobodys.seal(address) : seal(owner.get(), address.text());
  }

  byte @Nullable [] note(Optional<UUID> subject, @Nullable String words) {
    return words == null || subject.isEmpty() ? null : seal(subject.get(), words);
  }

  /** What was sealed; empty once the person's key is destroyed. */
  Optional<String> openAddress(Optional<UUID> owner, byte @Nullable [] sealed) {
    if (sealed == null) {
      return Optional.empty();
    }
    return owner.isEmpty() ? Optional.of(nobodys.open(sealed).text()) : openNote(owner, sealed);
  }

  Optional<String> openNote(Optional<UUID> subject, byte @Nullable [] sealed) {
    if (sealed == null || subject.isEmpty()) {
      return Optional.empty();
    }
    return keys.open(subject.get(), sealed).map(clear -> new String(clear, StandardCharsets.UTF_8));
  }

  private byte @Nullable [] seal(UUID person, String words) {
    // Nothing more is kept of an erased person.
    return keys.seal(person, words.getBytes(StandardCharsets.UTF_8)).orElse(null);
  }
}
