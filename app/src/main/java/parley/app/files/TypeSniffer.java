package parley.app.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/**
 * Looks at the first bytes of a file to see what it is; what the sender calls it cannot make it
 * something else.
 */
@Component
class TypeSniffer {
  /** As much of a file as is looked at. */
  static final int HEAD_BYTES = 64 * 1024;

  // What an office document is inside. The name says which kind; it stays an archive for whoever
  // opens it.
  private static final Set<String> CONTAINERS =
      Set.of("application/zip", "application/x-tika-ooxml");

  private final Detector detector = MimeTypes.getDefaultMimeTypes();

  /**
   * The media type, such as {@code image/png}; {@code application/octet-stream} when nothing is
   * recognised.
   *
   * @param name only asked which kind of office document an archive is
   */
  String sniff(byte[] head, String name) {
    String seen = detect(head, new Metadata());
    if (!CONTAINERS.contains(seen)) {
      return seen;
    }
    Metadata named = new Metadata();
    named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
    return detect(head, named);
  }

  private String detect(byte[] head, Metadata metadata) {
    try {
      return detector.detect(new ByteArrayInputStream(head), metadata).getBaseType().toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
