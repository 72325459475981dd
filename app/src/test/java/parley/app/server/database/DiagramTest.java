package parley.app.server.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import parley.app.testing.TestDatabase;

/**
 * Keeps {@code docs/database.svg} true. To draw it anew, run this with {@code
 * -Dparley.write-docs=true}.
 */
class DiagramTest {
  private static final Path PICTURE = Path.of("../docs/database.svg");

  @Test
  void thePictureInTheDocsShowsTheLiveSchema() throws Exception {
    String live = Diagram.of(JdbcClient.create(TestDatabase.fresh().owner()));
    if (Boolean.getBoolean("parley.write-docs")) {
      Files.writeString(PICTURE, live);
    }
    assertThat(Files.readString(PICTURE))
        .withFailMessage(
            "docs/database.svg is out of date: run ./parley test DiagramTest -Dparley.write-docs=true")
        .isEqualTo(live);
  }
}
