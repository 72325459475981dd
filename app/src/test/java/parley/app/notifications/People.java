package parley.app.notifications;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.Visitor;

/** People, meetings and what they were told, for tests of this room. */
final class People {
  private final int port;
  private final JdbcClient jdbc;

  People(int port, JdbcClient jdbc) {
    this.port = port;
    this.jdbc = jdbc;
  }

  /** Signs somebody up, with an address that is proven. */
  Visitor verified(String email) {
    Visitor visitor = new Visitor(port).signUp(email);
    jdbc.sql("UPDATE users SET email_verified = true WHERE email = :email")
        .param("email", email)
        .update();
    return visitor;
  }

  UUID id(Visitor visitor) {
    return UUID.fromString(visitor.get("/api/v1/users/me").json().path("id").asString());
  }

  /** A meeting of this host that starts then; its id and its code. */
  String[] meeting(Visitor host, Instant startsAt) {
    var made =
        host.post(
                "/api/v1/meetings",
                Map.of("title", "Design review", "startsAt", startsAt.toString()))
            .json();
    return new String[] {made.path("id").asString(), made.path("code").asString()};
  }

  /** Gives somebody a place in the meeting. */
  void invite(String meetingId, Visitor guest) {
    jdbc.sql(
            "INSERT INTO meeting_participants (id, meeting_id, user_id) VALUES (:id, :meeting, :user)")
        .param("id", UUID.randomUUID())
        .param("meeting", UUID.fromString(meetingId))
        .param("user", id(guest))
        .update();
  }

  /** What this person was told, as "type channel". */
  List<String> told(Visitor visitor) {
    return jdbc.sql(
            "SELECT type || ' ' || channel FROM notifications WHERE user_id = :user ORDER BY type, channel")
        .param("user", id(visitor))
        .query(String.class)
        .list();
  }
}
