package parley.app.login.keys;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Ids;
import parley.app.shared.KeyScope;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.users.User;
import parley.app.users.UserDeleted;
import parley.app.users.UserStatus;
import parley.app.users.Users;

/**
 * Everybody's personal API keys. The database is asked at every request, so a revoked key and the
 * key of a suspended user are dead at the next one.
 */
@Service
public class ApiKeys {
  private static final int MOST = 50;

  private final ApiKeyRepository repository;
  private final Users users;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final Clock clock;

  ApiKeys(
      ApiKeyRepository repository,
      Users users,
      ApplicationEventPublisher events,
      Ids ids,
      Clock clock) {
    this.repository = repository;
    this.users = users;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** A key that was just made, with the secret that is shown this once. */
  record Made(ApiKey key, KeySecret secret) {}

  /** The user for whom the holder of this key acts; empty if it is none, or none any more. */
  public Optional<SignedInUser> user(String presented) {
    Instant now = clock.instant();
    Optional<ApiKey> live =
        KeySecret.parse(presented)
            .flatMap(secret -> repository.find(secret.hash()))
            .filter(key -> key.isLive(now))
            .filter(key -> users.find(key.userId()).filter(User::isActive).isPresent());
    live.filter(key -> key.isDueForNote(now)).ifPresent(key -> repository.used(key.id(), now));
    return live.map(key -> new SignedInUser(key.userId(), key.id(), Optional.of(key.scopes())));
  }

  /** Those of these ids that are keys which hold. */
  public Set<UUID> live(Collection<UUID> keyIds) {
    if (keyIds.isEmpty()) {
      return Set.of();
    }
    Instant now = clock.instant();
    List<ApiKey> live = repository.among(keyIds).stream().filter(key -> key.isLive(now)).toList();
    Set<UUID> active = users.active(live.stream().map(ApiKey::userId).toList());
    return live.stream()
        .filter(key -> active.contains(key.userId()))
        .map(ApiKey::id)
        .collect(Collectors.toSet());
  }

  List<ApiKey> ofUser(UUID userId) {
    return repository.ofUser(userId);
  }

  /** Refuses with 409 {@code too_many_api_keys}; whoever asks at the same moment waits. */
  @Transactional
  Made make(UUID userId, String name, Set<KeyScope> scopes, @Nullable Instant expiresAt) {
    users.hold(userId).filter(UserStatus.ACTIVE::equals).orElseThrow(Refusal::notLoggedIn);
    if (repository.ofUser(userId).size() >= MOST) {
      throw new Refusal(
          409, "too_many_api_keys", "You have 50 API keys. Revoke one to make another.");
    }
    KeySecret secret = KeySecret.random();
    var key =
        new ApiKey(
            ids.next(), userId, name, secret.ending(), scopes, clock.instant(), expiresAt, null);
    repository.insert(key, secret.hash());
    events.publishEvent(new ApiKeyMade(key.id(), userId, scopes));
    return new Made(key, secret);
  }

  /** Refuses with 404 where this user has no such key. */
  @Transactional
  void revoke(UUID keyId, UUID userId) {
    if (!repository.revoke(keyId, userId, clock.instant())) {
      throw Refusal.notFound();
    }
    events.publishEvent(new ApiKeyRevoked(keyId, userId));
  }

  // For good: whoever restores the account may have deleted it because of a key.
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  public void deleted(UserDeleted event) {
    repository
        .revokeAll(event.userId(), clock.instant())
        .forEach(keyId -> events.publishEvent(new ApiKeyRevoked(keyId, event.userId())));
  }
}
