package parley.wire.sdp;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * A payload type with all that a section says of it.
 *
 * @param payloadType 0–127
 * @param name the encoding name as written
 * @param clockRate in Hz
 * @param channels 1 unless written otherwise
 * @param parameters {@code a=fmtp} as name and value; an empty value where there is no equals sign
 * @param feedback the values of its {@code a=rtcp-fb} lines, with those of {@code *}
 */
public record Codec(
    int payloadType,
    String name,
    int clockRate,
    int channels,
    Map<String, String> parameters,
    List<String> feedback) {

  /** Whether the encoding name is this one; case does not matter (RFC 4855 §3). */
  public boolean is(String encodingName) {
    return name.equalsIgnoreCase(encodingName);
  }

  /** {@code video/vp8}, lower case. */
  public String mime(String kind) {
    return kind + "/" + name.toLowerCase(Locale.ROOT);
  }

  /** One parameter, null when it is not there. */
  public @Nullable String parameter(String parameter) {
    return parameters.get(parameter);
  }

  /** The payload type an RTX codec repairs (RFC 4588 §8.6), −1 when it repairs none. */
  public int apt() {
    String apt = is("rtx") ? parameter("apt") : null;
    return apt == null ? -1 : (int) Words.number(apt, 127);
  }

  /** The value of its {@code a=rtpmap} line. */
  public String rtpmap() {
    String base = payloadType + " " + name + "/" + clockRate;
    return channels > 1 ? base + "/" + channels : base;
  }

  /** The value of its {@code a=fmtp} line, null when it has no parameters. */
  public @Nullable String fmtp() {
    if (parameters.isEmpty()) {
      return null;
    }
    StringJoiner text = new StringJoiner(";");
    parameters.forEach((key, value) -> text.add(value.isEmpty() ? key : key + "=" + value));
    return payloadType + " " + text;
  }
}
