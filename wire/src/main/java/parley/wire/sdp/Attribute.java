package parley.wire.sdp;

import org.jspecify.annotations.Nullable;

/**
 * One {@code a=} line (RFC 8866 §5.13).
 *
 * @param name what stands before the colon
 * @param value what stands after it, null for a property attribute
 */
public record Attribute(String name, @Nullable String value) {

  /** A property attribute such as {@code a=rtcp-mux}. */
  public static Attribute of(String name) {
    return new Attribute(name, null);
  }

  /** A value attribute such as {@code a=mid:0}. */
  public static Attribute of(String name, String value) {
    return new Attribute(name, value);
  }

  /** The line's text without {@code a=}. */
  public String text() {
    return value == null ? name : name + ":" + value;
  }
}
