package parley.wire.sdp;

import java.util.ArrayList;
import java.util.List;

/** Reads {@code a=rid} lines (RFC 8851 §4). */
final class Rids {
  private Rids() {}

  static List<String> sent(MediaSection section) {
    List<String> rids = new ArrayList<>();
    for (String line : section.values("rid")) {
      List<String> words = Words.split(line);
      if (words.size() >= 2 && words.get(1).equals("send") && isRid(words.getFirst())) {
        rids.add(words.getFirst());
      }
    }
    return rids.stream().distinct().toList();
  }

  private static boolean isRid(String rid) {
    return rid.length() <= 16
        && rid.chars()
            .allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z');
  }
}
