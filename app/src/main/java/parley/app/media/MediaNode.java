package parley.app.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import parley.app.shared.ParleySettings;

/** The name of the media server of this data folder; made at first start. It is no secret. */
@Component
class MediaNode {
  private final String id;

  MediaNode(ParleySettings settings) {
    Path file = settings.dataDir().resolve("media-node");
    try {
      this.id = Files.exists(file) ? Files.readString(file).strip() : create(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("The media server's name cannot be kept in " + file, failure);
    }
  }

  String id() {
    return id;
  }

  private static String create(Path file) throws IOException {
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    String made = "sfu-" + HexFormat.of().formatHex(random);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, made);
    return made;
  }
}
