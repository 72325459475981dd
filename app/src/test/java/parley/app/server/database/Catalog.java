package parley.app.server.database;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL says about its own tables. */
final class Catalog {
  private Catalog() {}

  /**
   * @param type as PostgreSQL writes it
   * @param standard the default; empty if there is none
   */
  record Column(String table, String name, String type, boolean required, String standard) {
    String key() {
      return table + "." + name;
    }
  }

  static List<Column> columns(JdbcClient sql) {
    return sql.sql(
            """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
                   coalesce(pg_get_expr(d.adbin, d.adrelid), '')
            FROM pg_attribute a
              JOIN pg_class c ON c.oid = a.attrelid
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
              AND NOT a.attisdropped AND c.relname <> 'flyway_schema_history'
            ORDER BY c.relname, a.attnum\
            """)
        .query((row, n) ->
            new Column(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                row.getString(5)))
        .list();
  }

  /** Primary keys, unique constraints and references: {@code table PRIMARY KEY (id)}. */
  static List<String> constraints(JdbcClient sql) {
    return sql.sql(
            """
            SELECT conrelid::regclass || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
            WHERE connamespace = 'public'::regnamespace AND contype IN ('p', 'u', 'f') ORDER BY 1\
            """)
        .query(String.class)
        .list();
  }

  /** The check constraint named after {@code table.column}. */
  static String checkOf(JdbcClient sql, String column) {
    return sql.sql(
            "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'c' AND conname = ?")
        .param(column.replace('.', '_') + "_check")
        .query(String.class)
        .single();
  }

  /** {@code table (columns…)} or {@code table expression}, one line an index. */
  static List<String> indexes(JdbcClient sql) {
    return sql.sql(
            """
            SELECT tablename || ' ' || substring(indexdef FROM 'USING \\w+ (\\(.*)$') FROM pg_indexes
            WHERE schemaname = 'public' ORDER BY 1\
            """)
        .query(String.class)
        .list();
  }
}
