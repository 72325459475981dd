package parley.app.server.startup;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderLockTest {
  @TempDir Path folder;

  @Test
  void keepsASecondOneAwayUntilTheFirstLetsGo() {
    try (DataFolderLock first = DataFolderLock.take(folder)) {
      assertThatThrownBy(() -> DataFolderLock.take(folder))
          .isInstanceOf(StartRefused.class)
          .hasMessageContaining(folder.toString());
      org.assertj.core.api.Assertions.assertThat(first).isNotNull();
    }
    DataFolderLock.take(folder).close();
  }
}
