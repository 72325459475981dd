package parley.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Danger 42: what others made comes in one version, and where that can be, with its hash. */
class LockedDependenciesTest {
  private static final Pattern RANGE =
      Pattern.compile("<[a-z.-]*version>\\s*([\\[(]|LATEST|RELEASE)");

  @ParameterizedTest
  @ValueSource(strings = {"web", "e2e"})
  void everyPackageOfThePagesHasAHash(String folder) {
    JsonNode lock = new JsonMapper().readTree(Path.of("..", folder, "package-lock.json").toFile());
    List<String> without =
        lock.path("packages")
            .propertyStream()
            .filter(entry -> !entry.getKey().isEmpty())
            .filter(entry -> !entry.getValue().path("integrity").asString("").startsWith("sha512-"))
            .map(java.util.Map.Entry::getKey)
            .toList();
    assertThat(lock.path("packages").size()).isGreaterThan(10);
    assertThat(without).isEmpty();
  }

  @Test
  void noPomTakesWhateverIsNewest() throws IOException {
    try (var files = Files.list(Path.of(".."))) {
      for (Path pom :
          files.map(folder -> folder.resolve("pom.xml")).filter(Files::exists).toList()) {
        assertThat(RANGE.matcher(Files.readString(pom)).find()).as(pom.toString()).isFalse();
      }
    }
    assertThat(RANGE.matcher(Files.readString(Path.of("../pom.xml"))).find()).isFalse();
  }
}
