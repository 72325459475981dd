package parley.wire.sdp;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One media section: an {@code m=} line and what belongs to it.
 *
 * @param kind {@code audio}, {@code video}, {@code application}…
 * @param port 0 for a rejected section, or one that is only bundled
 * @param protocol such as {@code UDP/TLS/RTP/SAVPF}
 * @param formats payload types in order of preference, or {@code webrtc-datachannel}
 * @param connection the value of its {@code c=} line
 * @param attributes its attributes in their order
 */
public record MediaSection(
    String kind,
    int port,
    String protocol,
    List<String> formats,
    String connection,
    List<Attribute> attributes) {

  /** What WebRTC writes as address: candidates carry the real ones. */
  public static final String NO_ADDRESS = "IN IP4 0.0.0.0";

  public MediaSection {
    formats = List.copyOf(formats);
    attributes = List.copyOf(attributes);
  }

  /** The first attribute of this name that has a value. */
  public @Nullable String value(String name) {
    return Attributes.value(attributes, name);
  }

  /** The values of all attributes of this name. */
  public List<String> values(String name) {
    return Attributes.values(attributes, name);
  }

  /** Whether an attribute of this name is there, with or without a value. */
  public boolean has(String name) {
    return Attributes.has(attributes, name);
  }

  /** The section's identification tag (RFC 5888), null when it has none. */
  public @Nullable String mid() {
    return value("mid");
  }

  /** Rejected or stopped for good: port 0 without {@code a=bundle-only} (RFC 8829 §5.2.2). */
  public boolean rejected() {
    return port == 0 && !has("bundle-only");
  }

  /** The direction, {@code sendrecv} when none is written. */
  public Direction direction() {
    for (Attribute attribute : attributes) {
      Direction direction = attribute.value() == null ? Direction.of(attribute.name()) : null;
      if (direction != null) {
        return direction;
      }
    }
    return Direction.SENDRECV;
  }

  /** The codecs in order of preference; payload types without a readable rtpmap are left out. */
  public List<Codec> codecs() {
    return Codecs.of(this);
  }

  /** The header extensions (RFC 8285 §8), without unreadable ones. */
  public List<HeaderExtension> extensions() {
    return HeaderExtension.of(this);
  }

  /** The first {@code a=msid} (RFC 8830), or that of the first {@code a=ssrc} line that has one. */
  public @Nullable Msid msid() {
    return Msid.of(this);
  }

  /** The SSRCs and their groups. */
  public Ssrcs ssrcs() {
    return Ssrcs.of(this);
  }

  /** The RIDs the writer sends, in the order of their {@code a=rid} lines (RFC 8851). */
  public List<String> sendRids() {
    return Rids.sent(this);
  }
}
