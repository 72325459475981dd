package parley.app.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import parley.app.testing.TestClock;
import parley.app.testing.Visitor;
import tools.jackson.databind.JsonNode;

/** Whose meetings a list has, and what the database reads for it. */
@MeetingsTest
class MeetingListModuleTest {
  @LocalServerPort int port;
  @Autowired TestClock clock;
  @Autowired JdbcClient jdbc;
  @Autowired MeetingRepository meetings;
  @Autowired TransactionTemplate transaction;

  private Visitor host = new Visitor(0);
  private Visitor guest = new Visitor(0);
  private UUID hostId = new UUID(0, 0);
  private UUID guestId = new UUID(0, 0);

  @BeforeEach
  void twoSignUp() {
    host = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    guest = new Visitor(port).signUp(UUID.randomUUID() + "@example.org");
    hostId = id(host);
    guestId = id(guest);
  }

  @Test
  void hasWhatOneHostsAndWhereOneWas() {
    UUID wasIn = meeting();
    UUID onlyInvited = meeting();
    UUID thrownOut = meeting();
    UUID notMine = meeting();
    takesPart(wasIn, hostId, true, false);
    takesPart(wasIn, guestId, true, false);
    takesPart(onlyInvited, guestId, false, false);
    takesPart(thrownOut, guestId, true, true);
    assertThat(listed(guest)).containsExactly(wasIn);
    assertThat(listed(host)).containsExactlyInAnyOrder(wasIn, onlyInvited, thrownOut, notMine);
  }

  @Test
  void readsOnesOwnMeetingsOnly() {
    takesPart(meeting(), guestId, true, false);
    jdbc.sql(
            """
            INSERT INTO meetings (id, host_user_id, meeting_code)
            SELECT gen_random_uuid(), ?, 'other-' || n || '-' || ? FROM generate_series(1, 500) n
            """)
        .params(hostId, hostId)
        .update();
    Long read =
        transaction.execute(status -> {
          jdbc.sql("SET LOCAL enable_seqscan = off").update();
          for (boolean past : new boolean[] {false, true}) {
            meetings.list(guestId, new MeetingPage(past, 50, null), clock.instant());
          }
          return jdbc.sql(
                  """
                  SELECT sum(seq_tup_read + idx_tup_fetch) FROM pg_stat_xact_user_tables
                  WHERE relname IN ('meetings', 'meeting_participants')
                  """)
              .query(Long.class)
              .single();
        });
    assertThat(read).isBetween(1L, 50L);
  }

  private UUID meeting() {
    return UUID.fromString(host.post("/api/v1/meetings", Map.of()).json().path("id").asString());
  }

  private void takesPart(UUID meeting, UUID user, boolean came, boolean wasRemoved) {
    jdbc.sql(
            """
            INSERT INTO meeting_participants (id, meeting_id, user_id, joined_at, was_removed)
            VALUES (?, ?, ?, CASE WHEN ? THEN now() END, ?)
            """)
        .params(UUID.randomUUID(), meeting, user, came, wasRemoved)
        .update();
  }

  private static List<UUID> listed(Visitor who) {
    return who.get("/api/v1/meetings?when=upcoming")
        .json()
        .path("items")
        .valueStream()
        .map(item -> UUID.fromString(item.path("id").asString()))
        .toList();
  }

  private static UUID id(Visitor who) {
    JsonNode me = who.get("/api/v1/users/me").json();
    return UUID.fromString(me.path("id").asString());
  }
}
