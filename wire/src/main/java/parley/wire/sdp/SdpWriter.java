package parley.wire.sdp;

import java.util.List;

/** Writes a description in the order RFC 8866 §5 asks for. */
final class SdpWriter {
  private final StringBuilder out = new StringBuilder(8192);

  private SdpWriter() {}

  static String write(SessionDescription description) {
    SdpWriter writer = new SdpWriter();
    writer.session(description);
    description.media().forEach(writer::section);
    return writer.out.toString();
  }

  private void session(SessionDescription description) {
    Origin origin = description.origin();
    line("v=0");
    line(
        "o="
            + origin.username()
            + " "
            + origin.sessionId()
            + " "
            + origin.version()
            + " IN IP4 0.0.0.0");
    line("s=-");
    line("t=0 0");
    attributes(description.attributes());
  }

  private void section(MediaSection section) {
    out.append("m=").append(section.kind()).append(' ').append(section.port());
    out.append(' ').append(section.protocol());
    section.formats().forEach(format -> out.append(' ').append(format));
    out.append("\r\n");
    line("c=" + section.connection());
    attributes(section.attributes());
  }

  private void attributes(List<Attribute> attributes) {
    for (Attribute attribute : attributes) {
      out.append("a=").append(attribute.text()).append("\r\n");
    }
  }

  private void line(String line) {
    out.append(line).append("\r\n");
  }
}
