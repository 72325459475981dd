package parley.app.shared;

import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import parley.app.shared.PersonalData.Part;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and counts the rows that a room holds about a user. Nobody knows how many they are, so
 * never more than a few of them are in memory.
 */
@Component
public class PersonalRows {
  private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {};
  private static final int ROWS_AT_A_TIME = 100;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  public PersonalRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Hands over each row as the room tells it, with its table's name as {@code table}. What {@code
   * sink} throws ends the reading.
   */
  // PostgreSQL hands out rows in portions only inside a transaction; outside it sends all at once.
  @Transactional(readOnly = true)
  public void read(PersonalData room, UUID userId, Consumer<Map<String, Object>> sink) {
    for (Part part : room.parts(userId)) {
      query(part, "SELECT to_jsonb(q)::text FROM (" + part.query() + ") q", userId)
          .withFetchSize(ROWS_AT_A_TIME)
          .query((ResultSet row) -> sink.accept(room.told(userId, row(part, row.getString(1)))));
    }
  }

  /** How many rows {@link #read} would hand over. */
  public long count(PersonalData room, UUID userId) {
    return room.parts(userId).stream()
        .mapToLong(part ->
            query(part, "SELECT count(*) FROM (" + part.query() + ") q", userId)
                .query(Long.class)
                .single())
        .sum();
  }

  private JdbcClient.StatementSpec query(Part part, String sql, UUID userId) {
    return jdbc.sql(sql).params(part.parameters()).param("user", userId);
  }

  private Map<String, Object> row(Part part, String text) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("table", part.table());
    json.readValue(text, ROW)
        .forEach((column, value) -> {
          if (value != null && !part.secrets().contains(column)) {
            row.put(column, value);
          }
        });
    return row;
  }
}
