package parley.app.users;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Ids;
import parley.app.shared.Refusal;

/** Everybody who has a row in {@code users}. */
@Service
public class Users {
  /** The code of the refusal when an e-mail address belongs to somebody. */
  public static final String EMAIL_TAKEN = "email_taken";

  private final UserRepository repository;
  private final RecentUsers recent;
  private final Ids ids;
  private final Clock clock;
  private final ApplicationEventPublisher events;
  private final Profiles profiles;

  Users(
      UserRepository repository,
      RecentUsers recent,
      Ids ids,
      Clock clock,
      ApplicationEventPublisher events,
      Profiles profiles) {
    this.repository = repository;
    this.recent = recent;
    this.ids = ids;
    this.clock = clock;
    this.events = events;
    this.profiles = profiles;
  }

  /** Makes a user; refuses with 409 {@code email_taken} when the address belongs to somebody. */
  @Transactional
  public UUID create(NewUser user) {
    UUID id = ids.next();
    if (!repository.insert(id, user, clock.instant())) {
      throw emailTaken();
    }
    events.publishEvent(new UserSignedUp(id, user.role(), user.signupSource()));
    return id;
  }

  /** The user of this id, whatever their status. */
  public Optional<User> find(UUID id) {
    return repository.find(id);
  }

  /** Those of these users who may come in. */
  public Set<UUID> active(Collection<UUID> ids) {
    return ids.isEmpty() ? Set.of() : repository.active(ids);
  }

  /** What to compare a password with; empty for an address that nobody has. */
  public Optional<Credentials> credentials(EmailAddress email) {
    return repository.credentials(email);
  }

  /** Refuses with 409 {@code email_taken} when the address belongs to somebody. */
  public void requireFree(EmailAddress email) {
    if (repository.exists(email)) {
      throw emailTaken();
    }
  }

  /** Whether there is an administrator to run this Parley. */
  public boolean administratorExists() {
    return repository.administratorExists();
  }

  /**
   * Changes what somebody says of themselves; nothing happens where nothing differs. Of two changes
   * of the same field the last one holds: both are by one person.
   */
  @Transactional
  void changeProfile(UUID id, ProfileChange change) {
    repository.hold(id);
    User before = repository.find(id).orElseThrow(Refusal::notLoggedIn);
    Profile after = change.over(before);
    List<String> fields = after.differenceFrom(before);
    if (!fields.isEmpty()) {
      repository.changeProfile(id, after, fields);
      events.publishEvent(new ProfileChanged(id, fields));
    }
  }

  /**
   * Notes where the picture of this user is.
   *
   * @param url a path below our own address, or null for none
   */
  @Transactional
  public void changePicture(UUID id, @Nullable String url) {
    repository.changePicture(id, url);
    events.publishEvent(new ProfileChanged(id, List.of("picture")));
  }

  /** The paths of the pictures of those of these users who have one. */
  public Map<UUID, String> pictures(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : repository.pictures(ids);
  }

  /** Notes that this user has just logged in. */
  @Transactional
  public void loggedIn(UUID id) {
    repository.loggedIn(id, clock.instant());
  }

  /** Keeps a new hash of the same password; nothing happens if the user has another one by now. */
  @Transactional
  public void renewPasswordHash(Credentials compared, String hash) {
    repository.renewPasswordHash(compared, hash);
  }

  /** Keeps the hash of a password that the user chose; null: there is none any more. */
  @Transactional
  public void changePassword(UUID id, @Nullable String hash) {
    repository.changePassword(id, hash, clock.instant());
  }

  /** When the user chose the password; empty for somebody without one. */
  public Optional<Instant> passwordChangedAt(UUID id) {
    return repository.passwordChangedAt(id);
  }

  /**
   * Gives the user another address, which is proven to be theirs; refuses with 409 {@code
   * email_taken}.
   */
  @Transactional
  public void changeEmail(UUID id, EmailAddress email) {
    if (!repository.changeEmail(id, email)) {
      throw emailTaken();
    }
    events.publishEvent(new EmailChanged(id));
  }

  /**
   * Makes whoever else changes what lets this user in wait, to the end of the transaction, and
   * tells what the user's status is from now until then; empty where there is no such user.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<UserStatus> hold(UUID id) {
    return repository.hold(id);
  }

  /**
   * As {@link #hold(UUID)}; tells whether the user still has the password that was compared.
   *
   * @param compared as they were read before the password was compared
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean holdPassword(Credentials compared) {
    repository.hold(compared.userId());
    return repository
        .passwordChangedAt(compared.userId())
        .equals(Optional.ofNullable(compared.passwordChangedAt()));
  }

  /**
   * Notes that the address has been proven to be this user's; nothing happens if it no longer is
   * their address.
   *
   * @return whether it was not proven before
   */
  @Transactional
  public boolean verifyEmail(UUID id, EmailAddress email) {
    boolean isFirst = repository.verifyEmail(id, email);
    if (isFirst) {
      events.publishEvent(new EmailVerified(id));
    }
    return isFirst;
  }

  /**
   * Sends an active user away, in the transaction of the caller. Whoever deleted their account can
   * not restore it from now on; nothing happens to others.
   *
   * @param by who of the staff
   * @param reason kept in the audit trail, sealed with the user's key
   */
  @Transactional
  public void suspend(UUID id, UUID by, String reason) {
    if (repository.changeStatus(id, UserStatus.ACTIVE, UserStatus.SUSPENDED)) {
      events.publishEvent(new UserSuspended(id, by, reason));
    } else if (repository.barReturn(id, clock.instant())) {
      events.publishEvent(new ReturnBarred(id, by, true, reason));
    }
  }

  /**
   * Lets a suspended user in again, and whoever deleted their account restore it; nothing happens
   * to others.
   */
  @Transactional
  public void restore(UUID id, UUID by) {
    if (repository.changeStatus(id, UserStatus.SUSPENDED, UserStatus.ACTIVE)) {
      events.publishEvent(new UserRestored(id, by));
    } else if (repository.allowReturn(id)) {
      events.publishEvent(new ReturnBarred(id, by, false, null));
    }
  }

  /**
   * Whether somebody who deleted their account is kept from restoring it; empty for everybody else
   * and once they are erased.
   */
  public Optional<Boolean> isReturnBarred(UUID id) {
    return repository.isReturnBarred(id);
  }

  /** Changes {@code users.role}; {@code staff} sees to it that its own table agrees. */
  @Transactional
  public void changeRole(UUID id, UserRole role) {
    repository.changeRole(id, role);
  }

  /** Says that what this user may do has changed, so that old sessions end. */
  @Transactional
  public void rightsChanged(UUID id) {
    events.publishEvent(new RightsChanged(id));
  }

  /** Everybody with this role. */
  public Set<UUID> withRole(UserRole role) {
    return repository.withRole(role);
  }

  /** Those of these ids who are users, whatever their status. */
  public List<User> find(Collection<UUID> ids) {
    return ids.isEmpty() ? List.of() : repository.find(ids);
  }

  /** Keeps in {@code two_fa_enabled} whether the user logs in in two steps. */
  @Transactional
  public void secondFactor(UUID id, boolean on) {
    if (repository.secondFactor(id, on)) {
      events.publishEvent(new SecondFactorChanged(id, on));
    }
  }

  /** What this user is called, to show it; empty where there is no such user. */
  public Optional<String> displayName(UUID id) {
    return recent.find(id).map(User::displayName);
  }

  /** What the user sees of themselves; refuses with 404 when there is no such user. */
  public Me me(UUID id) {
    return profiles.find(id).orElseThrow(Refusal::notFound);
  }

  /** 409 {@code email_taken}. */
  public Refusal emailTaken() {
    return new Refusal(
        409, EMAIL_TAKEN, "Somebody already has an account with this e-mail address.");
  }
}
