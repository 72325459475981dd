package parley.app.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A few bytes of the kinds of file people send. */
final class Samples {
  private Samples() {}

  /** A picture of one pixel. */
  static byte[] png() {
    return bytes(
        """
        89 50 4e 47 0d 0a 1a 0a 00 00 00 0d 49 48 44 52 00 00 00 01 00 00 00 01 08 06 00 00 00 1f 15 c4
        89 00 00 00 0d 49 44 41 54 78 9c 63 f8 cf c0 f0 1f 00 05 00 01 ff 56 c7 2f 0d 00 00 00 00 49 45
        4e 44 ae 42 60 82\
        """);
  }

  /** The same picture with bytes behind it until it is so large. */
  static byte[] png(int size) {
    return Arrays.copyOf(png(), size);
  }

  /** An archive with one entry. */
  static byte[] zip(String name, String content) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }
}
