package parley.wire.sdp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a description line by line. Lines a WebRTC endpoint has no use for (i=, u=, b=, k=…) are
 * skipped; a line that is no SDP line, a missing v= or o=, or more than the limits below make the
 * whole text unreadable.
 */
final class SdpReader {
  /** More sections than a room of hundreds needs on one connection. */
  static final int MAX_SECTIONS = 1024;

  /** More attributes than any browser writes into one section. */
  static final int MAX_ATTRIBUTES = 4096;

  private final String text;
  private final List<MediaSection> media = new ArrayList<>();
  private final List<Attribute> sessionAttributes = new ArrayList<>();
  private @Nullable Origin origin;
  private @Nullable MediaLine mediaLine;
  private String connection = MediaSection.NO_ADDRESS;
  private List<Attribute> attributes = sessionAttributes;

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
    if (stop - start < 2 || text.charAt(start + 1) != '=') {
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
    attributes.add(
        colon < 0
            ? Attribute.of(value)
            : Attribute.of(value.substring(0, colon), value.substring(colon + 1)));
    return true;
  }

  private boolean media(String value) {
    if (origin == null || media.size() >= MAX_SECTIONS) {
      return false;
    }
    finishSection();
    mediaLine = MediaLine.parse(value);
    attributes = new ArrayList<>();
    connection = MediaSection.NO_ADDRESS;
    return mediaLine != null;
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
