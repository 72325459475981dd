package parley.app.login;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.login.keys.ApiKeys;
import parley.app.shared.Ids;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.UserCredentials;
import parley.app.users.User;
import parley.app.users.Users;

/**
 * Who is logged in where. An ended session and a suspended user are out at the next request, on
 * other nodes after {@code parley.read-memory}; open pages hear of it by {@link SessionEnded}.
 */
@Service
public class Sessions implements UserCredentials {
  private final SessionRepository repository;
  private final RecentSessions recent;
  private final Users users;
  private final ApiKeys keys;
  private final LoginSettings settings;
  private final ApplicationEventPublisher events;
  private final Ids ids;
  private final Clock clock;
  private final Set<UUID> beingNoted = ConcurrentHashMap.newKeySet();

  Sessions(
      SessionRepository repository,
      RecentSessions recent,
      Users users,
      ApiKeys keys,
      LoginSettings settings,
      ApplicationEventPublisher events,
      Ids ids,
      Clock clock) {
    this.repository = repository;
    this.recent = recent;
    this.users = users;
    this.keys = keys;
    this.settings = settings;
    this.events = events;
    this.ids = ids;
    this.clock = clock;
  }

  /** Begins a session with a new token, and ends the one this browser had. */
  @Transactional
  SecretToken begin(UUID userId, Browser browser) {
    browser.session().flatMap(this::find).ifPresent(before -> end(before.sessionId()));
    Instant now = clock.instant();
    SecretToken token = SecretToken.random();
    var session = new LoginSession(ids.next(), userId, now, now.plus(settings.sessionLifetime()));
    repository.insert(session, token.hash(), browser);
    return token;
  }

  @Override
  public Optional<SignedInUser> bySessionCookie(String value) {
    return SecretToken.parse(value).flatMap(this::find);
  }

  @Override
  public Optional<SignedInUser> byBearer(String token) {
    return keys.user(token);
  }

  @Override
  public Set<UUID> over(Collection<UUID> sessionIds) {
    Set<UUID> over = new HashSet<>(sessionIds);
    if (over.isEmpty()) {
      return over;
    }
    Instant now = clock.instant();
    List<LoginSession> live =
        repository.open(over).stream()
            .filter(session -> session.isLive(now, settings.sessionIdle()))
            .toList();
    Set<UUID> active = users.active(live.stream().map(LoginSession::userId).toList());
    live.stream()
        .filter(session -> active.contains(session.userId()))
        .map(LoginSession::id)
        .forEach(over::remove);
    over.removeAll(keys.live(over));
    return over;
  }

  /** Ends one session; nothing happens if it has ended. */
  @Transactional
  public void end(UUID sessionId) {
    repository
        .end(sessionId, clock.instant())
        .ifPresent(userId -> events.publishEvent(new SessionEnded(sessionId, userId)));
  }

  /** Ends one session of this user; refuses with 404 when it is somebody else's, or over. */
  @Transactional
  public void endOwn(UUID userId, UUID sessionId) {
    if (repository.listOpen(userId).stream().noneMatch(one -> one.id().equals(sessionId))) {
      throw Refusal.notFound();
    }
    end(sessionId);
  }

  /** Ends every session of this user but the one that asks, and log-ins that are only begun. */
  @Transactional
  public void endOthers(SignedInUser user) {
    repository.endBegun(user.userId());
    repository.listOpen(user.userId()).stream()
        .map(OpenSession::id)
        .filter(id -> !id.equals(user.sessionId()))
        .forEach(this::end);
  }

  /** The sessions of a user that are open now, last used first. */
  List<OpenSession> list(UUID userId) {
    Instant now = clock.instant();
    return repository.listOpen(userId).stream()
        .filter(one -> now.isBefore(one.expiresAt()))
        .filter(one -> now.isBefore(one.lastUsedAt().plus(settings.sessionIdle())))
        .toList();
  }

  /** Ends all sessions of a user, and log-ins that wait for their second step. */
  @Transactional
  public void endAll(UUID userId) {
    repository.endBegun(userId);
    repository
        .endAll(userId, clock.instant())
        .forEach(sessionId -> events.publishEvent(new SessionEnded(sessionId, userId)));
  }

  private Optional<SignedInUser> find(SecretToken token) {
    Instant now = clock.instant();
    byte[] hash = token.hash();
    Optional<LoginSession> live =
        recent.find(hash, () -> read(hash)).filter(one -> one.isLive(now, settings.sessionIdle()));
    live.filter(session -> session.isDueForNote(now))
        .ifPresent(session -> note(session.id(), hash, now));
    return live.map(session -> new SignedInUser(session.userId(), session.id()));
  }

  // Of many requests at once one is enough: the others would only wait for its commit.
  private void note(UUID sessionId, byte[] tokenHash, Instant now) {
    if (beingNoted.add(sessionId)) {
      try {
        repository.used(sessionId, now);
        recent.forget(tokenHash);
      } finally {
        beingNoted.remove(sessionId);
      }
    }
  }

  private Optional<LoginSession> read(byte[] tokenHash) {
    return repository
        .find(tokenHash)
        .filter(session -> users.find(session.userId()).filter(User::isActive).isPresent());
  }
}
