package parley.app.notifications;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import parley.app.shared.Ids;

/** The table {@code notifications}: what is told, and what the app shows of it. */
@Repository
class NotificationRepository {
  private static final UUID AFTER_ALL = new UUID(-1L, -1L);

  private final JdbcClient jdbc;
  private final PayloadText payloads;
  private final Ids ids;
  private final Clock clock;

  NotificationRepository(JdbcClient jdbc, PayloadText payloads, Ids ids, Clock clock) {
    this.jdbc = jdbc;
    this.payloads = payloads;
    this.ids = ids;
    this.clock = clock;
  }

  /** Writes one; empty if this person has been told of the occasion on this channel. */
  Optional<UUID> insert(Occasion occasion, UUID userId, Channel channel) {
    boolean shown = channel == Channel.INAPP;
    OffsetDateTime now = at(clock.instant());
    return jdbc.sql(
            """
            INSERT INTO notifications (id, user_id, type, payload, channel, sent, sent_at, created_at, next_attempt_at,
              occasion_key)
            VALUES (:id, :user, :type, :payload::jsonb, :channel, :shown, :sentAt, :now, :now, :key)
            ON CONFLICT (occasion_key, user_id, channel) DO NOTHING RETURNING id
            """)
        .param("id", ids.next())
        .param("user", userId)
        .param("type", occasion.type().spelled())
        .param("payload", payloads.write(occasion.payload()))
        .param("channel", channel.spelled())
        .param("shown", shown)
        .param("sentAt", shown ? now : null)
        .param("now", now)
        .param("key", occasion.key())
        .query(UUID.class)
        .optional();
  }

  /** What the app shows this person, latest first, from behind {@code before}. */
  List<Notification> list(UUID userId, @Nullable UUID before, boolean unreadOnly, int limit) {
    return jdbc.sql(
            """
            SELECT id, user_id, type, payload::text, created_at, read_at FROM notifications
            WHERE channel = 'inapp' AND user_id = :user AND id < :before AND (NOT :unread OR read_at IS NULL)
            ORDER BY id DESC LIMIT :limit
            """)
        .param("user", userId)
        .param("before", before == null ? AFTER_ALL : before)
        .param("unread", unreadOnly)
        .param("limit", limit)
        .query(this::notification)
        .list();
  }

  Optional<Notification> find(UUID id) {
    return jdbc.sql(
            """
            SELECT id, user_id, type, payload::text, created_at, read_at FROM notifications WHERE id = :id
            """)
        .param("id", id)
        .query(this::notification)
        .optional();
  }

  int unread(UUID userId) {
    return jdbc.sql(
            """
            SELECT count(*) FROM notifications WHERE channel = 'inapp' AND user_id = :user AND read_at IS NULL
            """)
        .param("user", userId)
        .query(Integer.class)
        .single();
  }

  boolean has(UUID userId, UUID id) {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT 1 FROM notifications WHERE channel = 'inapp' AND user_id = :user AND id = :id)
            """)
        .param("user", userId)
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /** Returns how many were not read before. */
  int read(UUID userId, UUID id, Instant now) {
    return jdbc.sql(
            """
            UPDATE notifications SET read_at = :now
            WHERE channel = 'inapp' AND user_id = :user AND id = :id AND read_at IS NULL
            """)
        .param("user", userId)
        .param("id", id)
        .param("now", at(now))
        .update();
  }

  /** Those up to and including {@code upTo}: what came since has not been seen. */
  int readAll(UUID userId, @Nullable UUID upTo, Instant now) {
    return jdbc.sql(
            """
            UPDATE notifications SET read_at = :now
            WHERE channel = 'inapp' AND user_id = :user AND id <= :upTo AND read_at IS NULL
            """)
        .param("user", userId)
        .param("upTo", upTo == null ? AFTER_ALL : upTo)
        .param("now", at(now))
        .update();
  }

  /** Forgets what was read or made so long ago. */
  int forget(Instant readBefore, Instant madeBefore) {
    return jdbc.sql("DELETE FROM notifications WHERE read_at < :read OR created_at < :made")
        .param("read", at(readBefore))
        .param("made", at(madeBefore))
        .update();
  }

  private Notification notification(ResultSet row, int number) throws SQLException {
    OffsetDateTime read = row.getObject("read_at", OffsetDateTime.class);
    return new Notification(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("type"),
        payloads.read(row.getString("payload")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        read == null ? null : read.toInstant());
  }

  private static OffsetDateTime at(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }
}
