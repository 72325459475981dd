package parley.app.server.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import parley.app.shared.ParleySettings;

/**
 * How much space there is where the data folder is: files, archives and the embedded database grow
 * there.
 */
@Component
class DataFolderHealthIndicator implements HealthIndicator {
  private static final Logger LOG = LoggerFactory.getLogger(DataFolderHealthIndicator.class);

  private final Path folder;
  private final HealthSettings settings;
  private volatile Level last = Level.ENOUGH;

  private enum Level {
    ENOUGH,
    LITTLE,
    TOO_LITTLE
  }

  DataFolderHealthIndicator(ParleySettings parley, HealthSettings settings) {
    this.folder = parley.dataDir().toAbsolutePath().normalize();
    this.settings = settings;
  }

  @Override
  public Health health() {
    try {
      // Before the first file there may be no folder.
      Files.createDirectories(folder);
      return of(DataSize.ofBytes(Files.getFileStore(folder).getUsableSpace()));
    } catch (IOException unreadable) {
      return Health.down().withDetail("cause", "The data folder cannot be read.").build();
    }
  }

  private Health of(DataSize free) {
    Level level = level(free);
    String words = free.toMegabytes() + " MB are free where the data folder " + folder + " is.";
    if (level.compareTo(last) > 0) {
      LOG.warn("{} Parley needs {} MB.", words, settings.spaceNeeded().toMegabytes());
    }
    last = level;
    return switch (level) {
      case ENOUGH -> Health.up().build();
      case LITTLE -> Health.up().withDetail("warning", words).build();
      case TOO_LITTLE -> Health.down().withDetail("cause", words).build();
    };
  }

  private Level level(DataSize free) {
    if (free.compareTo(settings.spaceNeeded()) < 0) {
      return Level.TOO_LITTLE;
    }
    return free.compareTo(settings.spaceWarning()) < 0 ? Level.LITTLE : Level.ENOUGH;
  }
}
