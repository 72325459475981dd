package parley.app.files;

import java.util.HexFormat;

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
    return java.util.Arrays.copyOf(png(), size);
  }

  static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
  }
}
