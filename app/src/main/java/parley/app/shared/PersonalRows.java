package parley.app.shared;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads the rows that a room holds about a user, whole, for an export. */
@Component
public class PersonalRows {
  private static final TypeReference<LinkedHashMap<String, Object>> ROW = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  public PersonalRows(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * One table's part.
   *
   * @param table its name
   * @param whose a condition on {@code t}, the table, with {@code :user} for the user's id
   * @param secrets columns that are left out, such as hashes
   */
  public record Part(String table, String whose, Set<String> secrets) {
    public static Part of(String table, String whose, String... secrets) {
      return new Part(table, whose, Set.of(secrets));
    }
  }

  /** Each row with its table's name as {@code table}. */
  public List<Map<String, Object>> read(UUID userId, List<Part> parts) {
    return read(Map.of("user", userId), parts);
  }

  /** The same where a condition asks for more than the user's id. */
  public List<Map<String, Object>> read(Map<String, Object> parameters, List<Part> parts) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Part part : parts) {
      jdbc.sql("SELECT to_jsonb(t)::text FROM " + part.table() + " t WHERE " + part.whose())
          .params(parameters)
          .query(String.class)
          .list()
          .forEach(text -> rows.add(row(part, text)));
    }
    return rows;
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
