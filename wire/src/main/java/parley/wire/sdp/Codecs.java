package parley.wire.sdp;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers rtpmap, fmtp and rtcp-fb of a section into codecs. */
final class Codecs {
  /** Feedback of one payload type, and parameters in one line: more than anybody has names for. */
  private static final int MAX_EACH = 32;

  private final Map<Integer, Map<String, String>> parameters = new HashMap<>();
  private final Map<Integer, List<String>> feedback = new HashMap<>();
  private final List<String> feedbackForAll = new ArrayList<>();
  private final Map<Integer, String> rtpmaps = new HashMap<>();

  private Codecs() {}

  static List<Codec> of(MediaSection section) {
    return new Codecs().gather(section);
  }

  private List<Codec> gather(MediaSection section) {
    section.values("rtpmap").forEach(this::rtpmap);
    section.values("fmtp").forEach(this::fmtp);
    section.values("rtcp-fb").forEach(this::feedback);
    Map<Integer, Codec> codecs = new LinkedHashMap<>();
    for (String format : section.formats()) {
      int payloadType = (int) Words.number(format, 127);
      boolean fresh = payloadType >= 0 && !codecs.containsKey(payloadType);
      Codec codec = fresh ? codec(payloadType) : null;
      if (codec != null) {
        codecs.put(payloadType, codec);
      }
    }
    return List.copyOf(codecs.values());
  }

  private @Nullable Codec codec(int payloadType) {
    String rtpmap = rtpmaps.get(payloadType);
    if (rtpmap == null) {
      return null;
    }
    String[] parts = rtpmap.split("/", 4);
    long clockRate = parts.length < 2 ? -1 : Words.number(parts[1], Integer.MAX_VALUE);
    long channels = parts.length < 3 ? 1 : Words.number(parts[2], 255);
    if (clockRate < 1 || channels < 1 || parts[0].isEmpty()) {
      return null;
    }
    List<String> all = new ArrayList<>(feedbackForAll);
    all.addAll(feedback.getOrDefault(payloadType, List.of()));
    return new Codec(
        payloadType,
        parts[0],
        (int) clockRate,
        (int) channels,
        Collections.unmodifiableMap(parameters.getOrDefault(payloadType, Map.of())),
        List.copyOf(all));
  }

  private void rtpmap(String value) {
    int space = value.indexOf(' ');
    int payloadType = space < 0 ? -1 : (int) Words.number(value.substring(0, space), 127);
    if (payloadType >= 0) {
      rtpmaps.putIfAbsent(payloadType, value.substring(space + 1).trim());
    }
  }

  private void fmtp(String value) {
    int space = value.indexOf(' ');
    int payloadType = space < 0 ? -1 : (int) Words.number(value.substring(0, space), 127);
    if (payloadType < 0) {
      return;
    }
    Map<String, String> into = parameters.computeIfAbsent(payloadType, p -> new LinkedHashMap<>());
    for (String pair : value.substring(space + 1).split(";", MAX_EACH + 1)) {
      if (into.size() >= MAX_EACH) {
        return;
      }
      String trimmed = pair.trim();
      int equals = trimmed.indexOf('=');
      if (equals > 0) {
        into.putIfAbsent(trimmed.substring(0, equals), trimmed.substring(equals + 1));
      } else if (!trimmed.isEmpty() && equals < 0) {
        into.putIfAbsent(trimmed, "");
      }
    }
  }

  private void feedback(String value) {
    int space = value.indexOf(' ');
    if (space < 0) {
      return;
    }
    String type = value.substring(space + 1).trim();
    int payloadType = (int) Words.number(value.substring(0, space), 127);
    if (value.startsWith("* ")) {
      keep(feedbackForAll, type);
    } else if (payloadType >= 0) {
      keep(feedback.computeIfAbsent(payloadType, p -> new ArrayList<>()), type);
    }
  }

  private static void keep(List<String> types, String type) {
    if (types.size() < MAX_EACH) {
      types.add(type);
    }
  }
}
