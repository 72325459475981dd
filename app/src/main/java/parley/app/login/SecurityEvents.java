package parley.app.login;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import parley.app.shared.Auditable;
import parley.app.shared.ClientAddress;

/**
 * What just happened to an account, for its owner to look at. It keeps what concerns logging in,
 * from the same events that the audit trail is written from.
 */
@Component
class SecurityEvents {
  private static final Set<String> KINDS =
      Set.of(
          "user.logged_in",
          "user.login_failed",
          "user.password_changed",
          "user.password_reset",
          "user.email_changed",
          "session.failed",
          "passkey.created",
          "passkey.deleted",
          "passkey.failed",
          "passkey_step.created",
          "passkey_step.deleted",
          "authenticator_app.created",
          "authenticator_app.deleted",
          "authenticator_app.locked",
          "recovery_codes.created",
          "recovery_codes.used",
          "api_key.created",
          "api_key.revoked",
          "linked_account.linked",
          "linked_account.unlinked");

  private final JdbcClient jdbc;
  private final Clock clock;

  SecurityEvents(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param kind entity type, a dot, action
   * @param address where it came from, null where it came from nowhere
   */
  record Event(String kind, @Nullable String address, Instant at) {}

  /** In the transaction of whoever published it. */
  @EventListener
  @Transactional
  public void note(Auditable event) {
    String kind = event.entityType() + "." + event.action();
    if (KINDS.contains(kind)) {
      owner(event).ifPresent(userId -> insert(userId, kind));
    }
  }

  /** The last ones, newest first. */
  List<Event> of(UUID userId, int most) {
    return jdbc.sql(
            """
            SELECT kind, host(address) AS address, created_at FROM security_events
            WHERE user_id = :userId ORDER BY id DESC LIMIT :most
            """)
        .param("userId", userId)
        .param("most", most)
        .query((row, number) ->
            new Event(
                row.getString("kind"),
                row.getString("address"),
                row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  // A failed log-in has no actor; it is about the user it names.
  private static Optional<UUID> owner(Auditable event) {
    if (event.entityType().equals("user")) {
      try {
        return Optional.of(UUID.fromString(event.entityId()));
      } catch (IllegalArgumentException nobody) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(event.actorUserId());
  }

  private void insert(UUID userId, String kind) {
    jdbc.sql(
            """
            INSERT INTO security_events (user_id, kind, address, created_at)
            VALUES (:userId, :kind, :address::inet, :now)
            """)
        .param("userId", userId)
        .param("kind", kind)
        .param("address", address().orElse(null))
        .param("now", OffsetDateTime.now(clock))
        .update();
  }

  private static Optional<String> address() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request
        ? Optional.of(ClientAddress.of(request.getRequest()).text())
        : Optional.empty();
  }
}
