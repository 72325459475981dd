package parley.app.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.tika.detect.Detector;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;

/** Looks at the first bytes of a file to see what it is. What the sender calls it plays no part. */
@Component
class TypeSniffer {
  private final Detector detector = MimeTypes.getDefaultMimeTypes();

  /**
   * The media type, such as {@code image/png}; {@code application/octet-stream} when nothing is
   * recognised.
   */
  String sniff(byte[] head) {
    try {
      return detector
          .detect(new ByteArrayInputStream(head), new Metadata())
          .getBaseType()
          .toString();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
