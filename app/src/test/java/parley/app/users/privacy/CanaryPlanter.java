package parley.app.users.privacy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts a row about one user into any table, with a word of its own in every column that can hold
 * one. The catalog says what there is, so that no column is forgotten.
 */
final class CanaryPlanter {
  private final JdbcClient sql;
  private final UUID userId;
  private final Map<String, String> given;
  private final Map<String, String> canaries = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> planted = new HashMap<>();
  private int number;

  /**
   * @param given values for columns where a word of ours would mean nothing; no canaries
   */
  CanaryPlanter(JdbcClient sql, UUID userId, Map<String, String> given) {
    this.sql = sql;
    this.userId = userId;
    this.given = given;
  }

  private record Column(String name, String type, boolean counted, String refersTo, String check) {}

  /** The word in each column: {@code table.column}. */
  Map<String, String> canaries() {
    return canaries;
  }

  /** Plants a row; twice is once. Answers its columns. */
  Map<String, Object> plant(String table) {
    Map<String, Object> before = planted.get(table);
    if (before != null) {
      return before;
    }
    Map<String, Object> row = new LinkedHashMap<>();
    planted.put(table, row);
    for (Column column : columns(table)) {
      if (!column.counted()) {
        row.put(column.name(), value(table, column));
      }
    }
    if (table.equals("users")) {
      update(row);
    } else {
      insert(table, row);
    }
    return row;
  }

  private Object value(String table, Column column) {
    String key = table + "." + column.name();
    if (given.containsKey(key)) {
      return given.get(key);
    }
    if (!column.refersTo().isEmpty()) {
      String[] target = column.refersTo().split("\\.");
      return target[0].equals("users") ? userId : plant(target[0]).get(target[1]);
    }
    return switch (column.type()) {
      case "uuid" -> column.name().endsWith("user_id") ? userId : UUID.randomUUID();
      case "text", "character varying", "character varying(64)" -> word(key, column);
      case "character varying(4)" -> note(key, "q%03d".formatted(++number));
      case "text[]", "character varying[]" -> "{" + word(key, column) + "}";
      case "uuid[]" -> "{" + userId + "}";
      case "jsonb" -> "{\"word\":\"" + word(key, column) + "\"}";
      case "bytea" -> bytes(key, column);
      case "inet" -> note(key, "203.0.113." + (100 + ++number % 100));
      case "boolean" -> "false";
      case "integer", "bigint", "smallint" -> "1";
      case "timestamp with time zone" -> "2026-11-23T10:00:00Z";
      default ->
          throw new AssertionError(
              key + " is of a type the planter does not know: " + column.type());
    };
  }

  private String word(String key, Column column) {
    Matcher allowed = Pattern.compile("'([^']+)'").matcher(column.check());
    if (allowed.find()) {
      return allowed.group(1);
    }
    return Decisions.MADE_BY_US.containsKey(key)
        ? "made-by-us-" + ++number
        : note(key, "canary-" + key.replace('.', '-').replace('_', '-') + "-" + ++number);
  }

  private String note(String key, String canary) {
    if (!Decisions.MADE_BY_US.containsKey(key)) {
      canaries.put(key, canary);
    }
    return canary;
  }

  private String bytes(String key, Column column) {
    String word = note(key, "canary-%04d-".formatted(++number));
    byte[] bytes = Arrays.copyOf(word.getBytes(US_ASCII), length(column));
    return "\\x" + java.util.HexFormat.of().formatHex(bytes);
  }

  private static int length(Column column) {
    Matcher told = Pattern.compile("octet_length\\(.*\\) = (\\d+)").matcher(column.check());
    return told.find() ? Integer.parseInt(told.group(1)) : 32;
  }

  private void insert(String table, Map<String, Object> row) {
    var names = new ArrayList<>(row.keySet());
    sql.sql(
            "INSERT INTO "
                + table
                + " ("
                + String.join(", ", names)
                + ") SELECT "
                + String.join(", ", names.stream().map(name -> "r." + name).toList())
                + " FROM jsonb_populate_record(NULL::"
                + table
                + ", :row::jsonb) r")
        .param("row", json(row))
        .update();
  }

  private void update(Map<String, Object> row) {
    row.keySet()
        .removeIf(name ->
            List.of("id", "status", "role", "created_at", "deleted_at", "erased_at")
                .contains(name));
    sql.sql(
            "UPDATE users u SET "
                + String.join(
                    ", ", row.keySet().stream().map(name -> name + " = r." + name).toList())
                + " FROM jsonb_populate_record(NULL::users, :row::jsonb) r WHERE u.id = :id")
        .param("row", json(row))
        .param("id", userId)
        .update();
    row.put("id", userId);
  }

  private static String json(Map<String, Object> row) {
    Map<String, Object> plain = new LinkedHashMap<>();
    row.forEach((name, value) -> {
      String text = value == null ? null : value.toString();
      boolean object = text != null && text.startsWith("{\"");
      boolean list = text != null && text.startsWith("{") && !object;
      if (object) {
        plain.put(name, Map.of("word", text.replaceAll(".*:\"|\"}", "")));
      } else if (list) {
        plain.put(name, List.of(text.substring(1, text.length() - 1)));
      } else {
        plain.put(name, text);
      }
    });
    return new tools.jackson.databind.json.JsonMapper().writeValueAsString(plain);
  }

  private List<Column> columns(String table) {
    return sql.sql(
            """
            SELECT a.attname, format_type(a.atttypid, a.atttypmod),
              a.attidentity <> '' OR coalesce(pg_get_expr(d.adbin, d.adrelid), '') ~ 'nextval|pg_current_xact_id',
              coalesce((SELECT f.confrelid::regclass || '.' || fa.attname FROM pg_constraint f
                 JOIN pg_attribute fa ON fa.attrelid = f.confrelid
                   AND fa.attnum = f.confkey[array_position(f.conkey, a.attnum)]
                 WHERE f.conrelid = a.attrelid AND f.contype = 'f' AND a.attnum = ANY (f.conkey)
                 ORDER BY cardinality(f.conkey) LIMIT 1), ''),
              coalesce((SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
                 WHERE k.conrelid = a.attrelid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
                   AND pg_get_constraintdef(k.oid) LIKE ANY (ARRAY['%ARRAY%', '%octet_length%']) LIMIT 1), '')
            FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE a.attrelid = :table::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum
            """)
        .param("table", table)
        .query((row, n) ->
            new Column(
                row.getString(1),
                row.getString(2),
                row.getBoolean(3),
                row.getString(4),
                row.getString(5)))
        .list();
  }
}
