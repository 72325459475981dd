package parley.wire.sdp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value of an {@code m=} line (RFC 8866 §5.14). */
record MediaLine(String kind, int port, String protocol, List<String> formats) {

  static @Nullable MediaLine parse(String value) {
    List<String> words = Words.split(value);
    if (words.size() < 4) {
      return null;
    }
    long port = Words.number(words.get(1), 65535);
    return port < 0
        ? null
        : new MediaLine(
            words.get(0), (int) port, words.get(2), List.copyOf(words.subList(3, words.size())));
  }
}
