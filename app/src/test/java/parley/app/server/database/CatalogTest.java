package parley.app.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.TestDatabase;

/** Compares the live catalog, after all migrations, with the domain model's lists. */
class CatalogTest {
  private static final TestDatabase database = TestDatabase.fresh();
  private final JdbcClient sql = JdbcClient.create(database.owner());

  /**
   * One line of {@code domain-model.txt}: table, column, type, then {@code null} or a default where
   * the model says so.
   */
  @Test
  void hasEveryColumnOfTheDomainModel() throws Exception {
    Map<String, Catalog.Column> live =
        Catalog.columns(sql).stream()
            .collect(Collectors.toMap(Catalog.Column::key, column -> column));
    SoftAssertions softly = new SoftAssertions();
    for (String line : lines("columns")) {
      String[] parts = line.split("\\s+", 4);
      Catalog.Column column = live.get(parts[0] + "." + parts[1]);
      softly.assertThat(column).as(line).isNotNull();
      if (column != null) {
        softly.assertThat(column.type()).as(line).isEqualTo(parts[2].replace('_', ' '));
        String rest = parts.length > 3 ? parts[3] : "";
        if (rest.contains("null")) {
          softly.assertThat(column.required()).as(line).isFalse();
        }
        if (rest.contains("key")) {
          softly.assertThat(column.required()).as(line).isTrue();
        }
        if (rest.contains("default ")) {
          String expected = rest.substring(rest.indexOf("default ") + "default ".length());
          softly.assertThat(column.standard()).as(line).startsWith(expected);
        }
      }
    }
    softly.assertAll();
  }

  @Test
  void hasEveryKeyAndReferenceOfTheDomainModel() throws Exception {
    assertThat(Catalog.constraints(sql)).containsAll(lines("references"));
  }

  @Test
  void allowsEveryValueThatTheDomainModelLists() throws Exception {
    SoftAssertions softly = new SoftAssertions();
    for (String line : lines("values")) {
      String[] parts = line.split("\\s+", 2);
      String check = Catalog.checkOf(sql, parts[0]);
      for (String value : parts[1].split("\\s*,\\s*")) {
        softly.assertThat(check).as(parts[0]).contains("'" + value + "'");
      }
    }
    softly.assertAll();
  }

  @Test
  void hasAnIndexForEveryOneOfTheDomainModel() throws Exception {
    List<String> live = Catalog.indexes(sql);
    SoftAssertions softly = new SoftAssertions();
    for (String line : lines("indexes")) {
      softly.assertThat(live).as(line).anyMatch(index -> index.startsWith(line));
    }
    softly.assertAll();
  }

  @Test
  void keepsEveryTimeWithItsZone() {
    assertThat(Catalog.columns(sql))
        .noneMatch(column -> column.type().equals("timestamp without time zone"))
        .noneMatch(column -> column.type().equals("time without time zone"));
  }

  @Test
  void makesNoIdInTheDatabase() {
    assertThat(Catalog.columns(sql)).noneMatch(column -> column.standard().contains("uuid"));
  }

  @Test
  void seedsThePlans() {
    assertThat(
            sql.sql("SELECT slug || ' ' || max_participants FROM plans WHERE is_active ORDER BY id")
                .query(String.class)
                .list())
        .first()
        .isEqualTo("free 100");
    assertThat(sql.sql("SELECT slug FROM plans").query(String.class).list())
        .contains("free", "premium");
  }

  private static List<String> lines(String section) throws Exception {
    List<String> lines = new ArrayList<>();
    boolean inside = false;
    for (String line : Files.readAllLines(Path.of("src/test/resources/domain-model.txt"))) {
      if (line.startsWith("[")) {
        inside = line.equals("[" + section + "]");
      } else if (inside && !line.isBlank()) {
        lines.add(line.strip());
      }
    }
    assertThat(lines).isNotEmpty();
    return lines;
  }
}
