package parley.wire.sdp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a description line by line. Lines a WebRTC endpoint has no use for (i=, u=, b=, k=…) are
 * skipped; a line that is no SDP line, a missing v= or o=, or more than the limits below make the
 * whole text unreadable.
 */
final class SdpReader {
  /** More sections than a room of hundreds needs on one connection. */
  static final int MAX_SECTIONS = 512;

  /** Browsers write some 190 attributes into a section; like all limits here, that times four. */
  static final int MAX_ATTRIBUTES = 768;

  /** Payload types in one {@code m=} line: Chromium offers 40. */
  static final int MAX_FORMATS = 160;

  /** A BUNDLE group of {@link #MAX_SECTIONS} sections is the longest line there is. */
  static final int MAX_LINE = 10_240;

  /** How often an attribute may stand in one section; what is not named here may fill it. */
  static final Map<String, Integer> MAX_OF_A_NAME =
      Map.of(
          "rtpmap", MAX_FORMATS,
          "fmtp", MAX_FORMATS,
          "rtcp-fb", 480,
          "extmap", 80,
          "candidate", 80,
          "rid", 16,
          "simulcast", 4,
          "ssrc", 96,
          "ssrc-group", 32);

  private final String text;
  private final List<MediaSection> media = new ArrayList<>();
  private final List<Attribute> sessionAttributes = new ArrayList<>();
  private @Nullable Origin origin;
  private @Nullable MediaLine mediaLine;
  private String connection = MediaSection.NO_ADDRESS;
  private List<Attribute> attributes = sessionAttributes;
  private final Map<String, Integer> seen = new HashMap<>();

  SdpReader(String text) {
    this.text = text;
  }

  @Nullable SessionDescription read() {
    int position = 0;
    boolean first = true;
    while (position < text.length()) {
      int end = text.indexOf('\n', position);
      int next = end < 0 ? text.length() : end;
      int stop = next > position && text.charAt(next - 1) == '\r' ? next - 1 : next;
      if (stop > position) {
        boolean good = first ? isVersion(position, stop) : line(position, stop);
        if (!good) {
          return null;
        }
        first = false;
      }
      position = next + 1;
    }
    finishSection();
    Origin seen = origin;
    return seen == null ? null : new SessionDescription(seen, sessionAttributes, media);
  }

  private boolean isVersion(int start, int stop) {
    return text.startsWith("v=0", start) && stop == start + 3;
  }

  private boolean line(int start, int stop) {
    if (stop - start < 2 || stop - start > MAX_LINE || text.charAt(start + 1) != '=') {
      return false;
    }
    char type = text.charAt(start);
    String value = text.substring(start + 2, stop);
    return switch (type) {
      case 'o' -> origin(value);
      case 'm' -> media(value);
      case 'a' -> attribute(value);
      case 'c' -> connection(value);
      default -> type >= 'a' && type <= 'z' && type != 'v';
    };
  }

  private boolean origin(String value) {
    List<String> words = Words.split(value);
    if (words.size() != 6 || origin != null || mediaLine != null) {
      return false;
    }
    long version = Words.number(words.get(2), Long.MAX_VALUE);
    origin = new Origin(words.get(0), words.get(1), Math.max(0, version));
    return version >= 0;
  }

  private boolean connection(String value) {
    connection = value;
    return true;
  }

  private boolean attribute(String value) {
    int colon = value.indexOf(':');
    if (value.isEmpty() || colon == 0 || attributes.size() >= MAX_ATTRIBUTES) {
      return false;
    }
    Attribute attribute =
        colon < 0
            ? Attribute.of(value)
            : Attribute.of(value.substring(0, colon), value.substring(colon + 1));
    attributes.add(attribute);
    return counted(attribute.name());
  }

  private boolean counted(String name) {
    Integer limit = MAX_OF_A_NAME.get(name);
    return limit == null || seen.merge(name, 1, Integer::sum) <= limit;
  }

  private boolean media(String value) {
    if (origin == null || media.size() >= MAX_SECTIONS) {
      return false;
    }
    finishSection();
    mediaLine = MediaLine.parse(value);
    attributes = new ArrayList<>();
    seen.clear();
    connection = MediaSection.NO_ADDRESS;
    return mediaLine != null && mediaLine.formats().size() <= MAX_FORMATS;
  }

  private void finishSection() {
    MediaLine line = mediaLine;
    if (line != null) {
      media.add(
          new MediaSection(
              line.kind(), line.port(), line.protocol(), line.formats(), connection, attributes));
    }
  }
}
