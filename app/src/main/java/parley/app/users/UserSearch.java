package parley.app.users;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds users for staff, newest first. Ids sort by time, so they are the cursor. */
@Repository
class UserSearch {
  private static final UUID AFTER_ALL = new UUID(-1L, -1L);

  private final JdbcClient jdbc;

  UserSearch(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is looked for.
   *
   * @param text part of a name or an address, a whole address, or an id; empty for everybody
   * @param partsOfAddresses whether a part of an address finds its user; otherwise only the whole
   * @param status one status, or null for any
   * @param among only these users; null for all
   */
  record Wanted(
      String text,
      boolean partsOfAddresses,
      @Nullable UserStatus status,
      @Nullable Set<UUID> among) {}

  List<User> find(Wanted wanted, @Nullable UUID before, int limit) {
    String text = wanted.text().strip().toLowerCase(Locale.ROOT);
    Optional<UUID> id = id(text);
    return jdbc.sql(
            "SELECT "
                + UserRepository.COLUMNS
                + """
                 FROM users
                WHERE id < :before
                  AND (:anyStatus OR status = :status)
                  AND (:everybody OR id = ANY (:among))
                  AND (:noText OR id = :id
                    OR lower(coalesce(display_name, '') || ' ' || coalesce(full_name, '')) LIKE :part
                    OR lower(email) = :whole
                    OR :parts AND lower(email) LIKE :part)
                ORDER BY id DESC LIMIT :limit
                """)
        .param("before", before == null ? AFTER_ALL : before)
        .param("anyStatus", wanted.status() == null)
        .param("status", wanted.status() == null ? "" : wanted.status().spelled())
        .param("everybody", wanted.among() == null)
        .param("among", wanted.among() == null ? new UUID[0] : wanted.among().toArray(UUID[]::new))
        .param("noText", text.isEmpty())
        .param("id", id.orElse(AFTER_ALL))
        .param("part", "%" + literally(text) + "%")
        .param("whole", EmailAddress.parse(text).map(EmailAddress::value).orElse(text))
        .param("parts", wanted.partsOfAddresses())
        .param("limit", limit)
        .query(UserRepository::user)
        .list();
  }

  // What LIKE would take for a pattern stands for itself.
  private static String literally(String text) {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static Optional<UUID> id(String text) {
    try {
      return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
