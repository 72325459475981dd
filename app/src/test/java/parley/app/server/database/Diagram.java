package parley.app.server.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Draws the live schema: a card for each table, a column of the picture for each family, a line for
 * each reference.
 */
final class Diagram {
  private static final int CARD = 300;
  private static final int GAP = 120;
  private static final int MARGIN = 40;
  private static final int TOP = 120;
  private static final int HEADER = 34;
  private static final int ROW = 20;
  private static final int PADDING = 8;
  private static final int BETWEEN = 34;

  /**
   * Which table stands where, from top to bottom; a table named nowhere goes to the last family.
   */
  private record Family(String title, String colour, List<String> tables) {}

  private static final List<Family> FAMILIES =
      List.of(
          new Family(
              "Plans, files, identity",
              "#8a5a12",
              List.of(
                  "plans",
                  "subscriptions",
                  "payment_methods",
                  "storage_usage",
                  "files",
                  "kyc_submissions")),
          new Family(
              "People",
              "#155b41",
              List.of(
                  "users",
                  "login_sessions",
                  "known_devices",
                  "email_verifications",
                  "setup_links",
                  "admin_users",
                  "audit_logs")),
          new Family(
              "Meetings",
              "#1d4f91",
              List.of(
                  "meetings",
                  "meeting_participants",
                  "meeting_presences",
                  "presence_intervals",
                  "media_nodes")),
          new Family(
              "In a meeting",
              "#7a2f6b",
              List.of("chat_messages", "breakout_rooms", "breakout_participants", "recordings")),
          new Family(
              "Told and published",
              "#4b5563",
              List.of(
                  "notifications",
                  "content",
                  "outgoing_mails",
                  "update_topics",
                  "updates",
                  "scheduled_tasks")));

  /** A reference from the first column of a key to the table it points at. */
  private record Reference(String table, String column, String target) {}

  private record Card(
      String table, String colour, int family, int x, int y, List<Catalog.Column> columns) {
    int height() {
      return HEADER + columns.size() * ROW + PADDING;
    }

    int middleOf(String column) {
      List<String> names = columns.stream().map(Catalog.Column::name).toList();
      return y + HEADER + names.indexOf(column) * ROW + ROW / 2 + PADDING / 2;
    }
  }

  private final Map<String, Card> cards = new LinkedHashMap<>();
  private final List<Reference> references;
  private final List<String> keys;
  private final StringBuilder svg = new StringBuilder();

  private Diagram(JdbcClient sql) {
    Map<String, List<Catalog.Column>> tables =
        Catalog.columns(sql).stream()
            .collect(
                Collectors.groupingBy(
                    Catalog.Column::table, LinkedHashMap::new, Collectors.toList()));
    this.references =
        sql.sql(
                """
                SELECT conrelid::regclass::text, a.attname, confrelid::regclass::text FROM pg_constraint c
                  JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[array_length(c.conkey, 1)]
                WHERE c.contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2, 3\
                """)
            .query((row, n) -> new Reference(row.getString(1), row.getString(2), row.getString(3)))
            .list();
    this.keys =
        sql.sql(
                """
                SELECT i.indrelid::regclass || '.' || a.attname FROM pg_index i
                  JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey)
                WHERE i.indisprimary\
                """)
            .query(String.class)
            .list();
    place(tables);
  }

  /** The picture as SVG; the same schema gives the same text. */
  static String of(JdbcClient sql) {
    return new Diagram(sql).draw();
  }

  private void place(Map<String, List<Catalog.Column>> tables) {
    for (int i = 0; i < FAMILIES.size(); i++) {
      Family family = FAMILIES.get(i);
      int y = TOP;
      for (String table : inFamily(i, tables)) {
        Card card =
            new Card(table, family.colour(), i, MARGIN + i * (CARD + GAP), y, tables.get(table));
        cards.put(table, card);
        y += card.height() + BETWEEN;
      }
    }
  }

  private static List<String> inFamily(int index, Map<String, List<Catalog.Column>> tables) {
    List<String> names = new ArrayList<>(FAMILIES.get(index).tables());
    names.retainAll(tables.keySet());
    if (index == FAMILIES.size() - 1) {
      List<String> named = FAMILIES.stream().flatMap(family -> family.tables().stream()).toList();
      tables.keySet().stream().filter(table -> !named.contains(table)).sorted().forEach(names::add);
    }
    return names;
  }

  private String draw() {
    int width = 2 * MARGIN + FAMILIES.size() * CARD + (FAMILIES.size() - 1) * GAP;
    int height =
        cards.values().stream().mapToInt(card -> card.y() + card.height()).max().orElse(0) + MARGIN;
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" font-family="Hanken Grotesk, system-ui, sans-serif">
        <title>Parley: the tables of its database</title>
        <rect width="%1$d" height="%2$d" fill="#f6f8f7"/>
        <text x="%3$d" y="58" font-size="28" font-weight="700" fill="#14201b">Parley's database</text>
        """
            .formatted(width, height, MARGIN));
    svg.append(
        "<text x=\"%d\" y=\"58\" font-size=\"14\" text-anchor=\"end\" fill=\"#53635b\">bold: required · key: primary key · a line ends in a ring at the table that is referenced</text>%n"
            .formatted(width - MARGIN));
    for (int i = 0; i < FAMILIES.size(); i++) {
      svg.append(
          "<text x=\"%d\" y=\"100\" font-size=\"15\" font-weight=\"600\" letter-spacing=\"0.4\" fill=\"%s\">%s</text>%n"
              .formatted(
                  MARGIN + i * (CARD + GAP), FAMILIES.get(i).colour(), FAMILIES.get(i).title()));
    }
    references.forEach(this::line);
    cards.values().forEach(this::card);
    return svg.append("</svg>\n").toString().replace("\r\n", "\n");
  }

  /**
   * From the referring row to the head of the other table, leaving and arriving on the sides that
   * face each other.
   */
  private void line(Reference reference) {
    Card from = cards.get(reference.table());
    Card to = cards.get(reference.target());
    if (from == null || to == null) {
      return;
    }
    boolean same = from.family() == to.family();
    boolean right = !same && from.family() < to.family();
    int x1 = right ? from.x() + CARD : from.x();
    int x2 = same || right ? to.x() : to.x() + CARD;
    int y1 = from.middleOf(reference.column());
    int y2 = to.y() + HEADER / 2 + 6 * (references.indexOf(reference) % 3 - 1);
    int bend = same ? 46 : GAP / 2 + 10;
    int c1 = right ? x1 + bend : x1 - bend;
    int c2 = same || right ? x2 - bend : x2 + bend;
    svg.append(
        "<path d=\"M%d %dC%d %d %d %d %d %d\" fill=\"none\" stroke=\"%s\" stroke-opacity=\"0.5\" stroke-width=\"1.5\"/>%n"
            .formatted(x1, y1, c1, y1, c2, y2, x2, y2, to.colour()));
    svg.append(
        "<circle cx=\"%d\" cy=\"%d\" r=\"4\" fill=\"#f6f8f7\" stroke=\"%s\" stroke-width=\"1.5\"/>%n"
            .formatted(x2, y2, to.colour()));
    svg.append(
        "<circle cx=\"%d\" cy=\"%d\" r=\"2.5\" fill=\"%s\"/>%n".formatted(x1, y1, to.colour()));
  }

  private void card(Card card) {
    svg.append(
        "<g><rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"8\" fill=\"#ffffff\" stroke=\"#d5ddd9\"/>%n"
            .formatted(card.x(), card.y(), CARD, card.height()));
    svg.append(
        "<path d=\"M%d %dv-%dq0 -8 8 -8h%dq8 0 8 8v%dz\" fill=\"%s\"/>%n"
            .formatted(
                card.x(), card.y() + HEADER, HEADER - 8, CARD - 16, HEADER - 8, card.colour()));
    svg.append(
        "<text x=\"%d\" y=\"%d\" font-size=\"15\" font-weight=\"600\" fill=\"#ffffff\">%s</text>%n"
            .formatted(card.x() + 12, card.y() + 22, card.table()));
    Function<Catalog.Column, Boolean> isKey = column -> keys.contains(column.key());
    int y = card.y() + HEADER + PADDING / 2 + 14;
    for (Catalog.Column column : card.columns()) {
      svg.append(
          "<text x=\"%d\" y=\"%d\" font-size=\"12.5\" fill=\"#14201b\"%s>%s</text>"
              .formatted(
                  card.x() + 12,
                  y,
                  column.required() ? " font-weight=\"600\"" : "",
                  column.name()));
      svg.append(
          "<text x=\"%d\" y=\"%d\" font-size=\"11.5\" text-anchor=\"end\" fill=\"#6b7a72\">%s%s</text>%n"
              .formatted(
                  card.x() + CARD - 12,
                  y,
                  isKey.apply(column) ? "key · " : "",
                  shortened(column.type())));
      y += ROW;
    }
    svg.append("</g>\n");
  }

  private static String shortened(String type) {
    return type.replace("character varying", "varchar")
        .replace("timestamp with time zone", "timestamptz");
  }
}
