package parley.app.users;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.Refusal;
import parley.app.shared.UserFacts;

/** What staff see of users, and what they do to them. Every look at an account is recorded. */
@Service
class Counter {
  private final Users users;
  private final UserSearch search;
  private final StaffRules rules;
  private final List<UserFacts> rooms;
  private final ApplicationEventPublisher events;

  Counter(
      Users users,
      UserSearch search,
      StaffRules rules,
      List<UserFacts> rooms,
      ApplicationEventPublisher events) {
    this.users = users;
    this.search = search;
    this.rules = rules;
    this.rooms = rooms;
    this.events = events;
  }

  /**
   * A page of the users who are looked for; one more than {@code limit} if there are more.
   *
   * @param role a role behind the counter, {@code user} for everybody without one, or null for all
   */
  @Transactional
  List<UserLine> find(UUID staff, UserQuery query, int limit) {
    var wanted =
        new UserSearch.Wanted(
            query.text(),
            rules.seesAddresses(staff),
            query.status(),
            query.role() == null ? null : rules.withRole(query.role()));
    List<User> found = search.find(wanted, query.cursor(), limit + 1);
    events.publishEvent(new UsersSearched(staff, Math.min(found.size(), limit)));
    return lines(staff, found);
  }

  /** What these users are called; unknown ids are left out. */
  @Transactional
  List<UserName> named(UUID staff, Collection<UUID> ids) {
    List<User> found = ids.isEmpty() ? List.of() : users.find(ids);
    events.publishEvent(new UsersSearched(staff, found.size()));
    return found.stream().map(user -> new UserName(user.id(), user.displayName())).toList();
  }

  /** Everything support may see of one user; refuses with 404 when there is none. */
  @Transactional
  UserCard look(UUID staff, UUID userId) {
    User user = users.find(userId).orElseThrow(Refusal::notFound);
    events.publishEvent(new UserViewed(userId, staff));
    boolean whole = rules.seesAddresses(staff);
    Map<String, Object> facts = new LinkedHashMap<>();
    rooms.forEach(room -> facts.put(room.name(), room.of(userId, whole)));
    return new UserCard(
        line(user, rules.rolesOf(List.of(userId)), whole),
        user.fullName(),
        facts,
        rules.deeds(staff, user));
  }

  /** Nothing happens to whoever is suspended already. */
  @Transactional
  void suspend(UUID staff, UUID userId, String reason) {
    rules.requireMaySuspend(staff, userId);
    users.suspend(userId, staff, reason);
  }

  /** Nothing happens to whoever is not suspended. */
  @Transactional
  void restore(UUID staff, UUID userId) {
    rules.requireMaySuspend(staff, userId);
    users.restore(userId, staff);
  }

  private List<UserLine> lines(UUID staff, List<User> found) {
    boolean whole = rules.seesAddresses(staff);
    Map<UUID, String> roles = rules.rolesOf(found.stream().map(User::id).toList());
    List<UserLine> lines = new ArrayList<>();
    found.forEach(user -> lines.add(line(user, roles, whole)));
    return lines;
  }

  private static UserLine line(User user, Map<UUID, String> roles, boolean whole) {
    @Nullable String role = roles.get(user.id());
    return new UserLine(
        user.id(),
        user.displayName(),
        whole ? user.email().value() : MaskedEmail.of(user.email()),
        user.emailVerified(),
        role == null ? "user" : role,
        user.status().spelled(),
        user.createdAt(),
        user.lastLoginAt());
  }
}
