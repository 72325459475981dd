package parley.app.meetings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.shared.CurrentPerson;
import parley.app.shared.SignedInUser;

/** Users and meetings for tests, made without the ways of sign-up and HTTP. */
@TestComponent
public class MeetingsFixture {
  private final JdbcClient jdbc;
  private final Meetings meetings;

  public MeetingsFixture(JdbcClient jdbc, Meetings meetings) {
    this.jdbc = jdbc;
    this.meetings = meetings;
  }

  /** A user of that name. */
  public UUID user(String name) {
    UUID id = UUID.randomUUID();
    jdbc.sql("INSERT INTO users (id, email, display_name) VALUES (:id, :email, :name)")
        .param("id", id)
        .param("email", id + "@example.org")
        .param("name", name)
        .update();
    return id;
  }

  /** The same user, logged in. */
  public CurrentPerson loggedIn(UUID userId) {
    SignedInUser user = new SignedInUser(userId, UUID.randomUUID());
    return new CurrentPerson(Optional.of(user), List.of(), true);
  }

  /** An instant meeting for at most so many people; null for as many as the plan allows. */
  public Meeting meeting(UUID host, @Nullable Integer most) {
    return meetings.create(host, new MeetingPlan(null, null, null, null, most, true, true, false));
  }

  /** A row by its id. */
  public Map<String, Object> row(String table, UUID id) {
    return jdbc.sql("SELECT * FROM " + table + " WHERE id = :id")
        .param("id", id)
        .query()
        .singleRow();
  }

  /** One value. */
  public <T> T value(String sql, Class<T> type, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(type).single();
  }
}
