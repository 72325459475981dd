package parley.app.files;

import java.io.IOException;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Removes what was arriving when an earlier process was killed. */
@Component
class ArrivalsCleared {
  private final LocalDisk disk;

  ArrivalsCleared(LocalDisk disk) {
    this.disk = disk;
  }

  @EventListener(ApplicationStartedEvent.class)
  void clear() throws IOException {
    disk.clearArrivals();
  }
}
