package parley.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/operate/staff.md} says what the code does; this compares the tables in it. */
class StaffPageTest {
  private static final Path PAGE = Path.of("../docs/operate/staff.md");

  @Test
  void thePageHasTheTableOfPermissions() throws IOException {
    String table =
        Stream.of(Permission.values())
            .map(permission ->
                "| %s | `%s` | %s |"
                    .formatted(
                        permission.words(),
                        permission.spelled(),
                        Stream.of(StaffRole.values())
                            .map(role -> permission.isGivenTo(role) ? "yes" : "–")
                            .collect(Collectors.joining(" | "))))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(PAGE)).contains(table);
  }

  @Test
  void thePageHasTheTableOfRoutes() throws IOException {
    String table =
        StaffRoutes.PERMISSIONS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey((a, b) -> path(a).compareTo(path(b))))
            .map(route -> "| `%s` | `%s` |".formatted(route.getKey(), route.getValue().spelled()))
            .collect(Collectors.joining("\n"));
    assertThat(Files.readString(PAGE)).contains(table);
  }

  private static String path(String route) {
    return route.substring(route.indexOf(' ') + 1) + " " + route;
  }
}
