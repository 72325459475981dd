package parley.app.files;

import java.util.List;
import java.util.stream.Stream;

/**
 * Some hundred names that have led other systems out of their folder: traversal in every spelling,
 * null bytes, case.
 */
final class HostileNames {
  private static final List<String> UP =
      List.of(
          "../",
          "..\\",
          "..././",
          "....//",
          "..;/",
          "%2e%2e%2f",
          "%2e%2e/",
          "..%2f",
          "..%5c",
          "%252e%252e%252f",
          "..%c0%af",
          "%c0%ae%c0%ae/",
          "..%u2215",
          "\uff0e\uff0e\uff0f",
          "\u2024\u2024/",
          "..\u2215",
          "..\u2044",
          ".\u0000./",
          "..\u0000/",
          "/..",
          "\\..\\");
  private static final List<String> TARGETS =
      List.of(
          "etc/passwd",
          "ETC/PASSWD",
          "etc\\passwd",
          "secret.key",
          "SECRET.KEY",
          "secret.key\u0000.png",
          "secret.key%00.png",
          "postgres/PG_VERSION",
          "x.png",
          "CON",
          "x.png:stream",
          "~/x",
          "$HOME/x");
  private static final List<String> ALONE =
      List.of(
          ".",
          "..",
          "...",
          "/",
          "\\",
          "",
          " ",
          "\u0000",
          "/etc/passwd",
          "//host/share/x",
          "\\\\host\\x",
          "C:\\x",
          "file:///etc/passwd",
          "x\r\nContent-Type: text/html",
          "x\"; filename=\"y.html",
          "\u202egnp.exe",
          "-rf",
          "|id",
          "`id`",
          "$(id)",
          "<svg onload=alert(1)>.png");

  private HostileNames() {}

  static Stream<String> all() {
    Stream<String> climbing =
        UP.stream()
            .flatMap(up ->
                TARGETS.stream().flatMap(target -> Stream.of(up + target, up.repeat(8) + target)));
    return Stream.concat(climbing, ALONE.stream());
  }
}
