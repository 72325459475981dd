package parley.wire.sdp;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The SSRCs a section names (RFC 5576).
 *
 * @param all every SSRC in its order, as unsigned 32-bit values
 * @param repairs the pairs of its FID groups: a stream and its RTX stream (RFC 4588)
 */
public record Ssrcs(List<Integer> all, List<Repair> repairs) {

  /** A stream and the stream that repairs it. */
  public record Repair(int ssrc, int rtxSsrc) {}

  /** The SSRCs that are not another's RTX stream. */
  public List<Integer> media() {
    Set<Integer> media = new LinkedHashSet<>(all);
    repairs.forEach(repair -> media.remove(repair.rtxSsrc()));
    return List.copyOf(media);
  }

  static Ssrcs of(MediaSection section) {
    Set<Integer> all = new LinkedHashSet<>();
    for (String line : section.values("ssrc")) {
      int space = line.indexOf(' ');
      long ssrc = Words.number(space < 0 ? line : line.substring(0, space), 0xFFFFFFFFL);
      if (ssrc >= 0) {
        all.add((int) ssrc);
      }
    }
    List<Repair> repairs = new ArrayList<>();
    for (String group : section.values("ssrc-group")) {
      List<String> words = Words.split(group);
      if (words.size() == 3 && words.getFirst().equals("FID")) {
        long ssrc = Words.number(words.get(1), 0xFFFFFFFFL);
        long rtx = Words.number(words.get(2), 0xFFFFFFFFL);
        if (ssrc >= 0 && rtx >= 0) {
          repairs.add(new Repair((int) ssrc, (int) rtx));
        }
      }
    }
    return new Ssrcs(List.copyOf(all), List.copyOf(repairs));
  }
}
