package parley.wire.sdp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole session description.
 *
 * @param origin the {@code o=} line
 * @param attributes session-level attributes in their order
 * @param media the media sections in their order
 */
public record SessionDescription(
    Origin origin, List<Attribute> attributes, List<MediaSection> media) {

  public SessionDescription {
    attributes = List.copyOf(attributes);
    media = List.copyOf(media);
  }

  /** Reads a description; null when the text is none. Never throws. */
  public static @Nullable SessionDescription parse(String text) {
    return new SdpReader(text).read();
  }

  /** The first session-level attribute of this name that has a value. */
  public @Nullable String value(String name) {
    return Attributes.value(attributes, name);
  }

  /** The mids of the first BUNDLE group (RFC 9143), empty when there is none. */
  public List<String> bundle() {
    for (String group : Attributes.values(attributes, "group")) {
      List<String> words = Words.split(group);
      if (!words.isEmpty() && words.getFirst().equals("BUNDLE")) {
        return words.subList(1, words.size());
      }
    }
    return List.of();
  }

  /** A value that a section may leave to the session level: fingerprint, setup, ice-ufrag… */
  public @Nullable String inherited(MediaSection section, String name) {
    String own = section.value(name);
    return own != null ? own : value(name);
  }

  /** The text, lines ended by CRLF. */
  public String write() {
    return SdpWriter.write(this);
  }
}
