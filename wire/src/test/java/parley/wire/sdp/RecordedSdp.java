package parley.wire.sdp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Session descriptions recorded from real clients and a LiveKit server. */
final class RecordedSdp {
  static final List<String> OFFERS =
      List.of(
          "chromium-offer-1",
          "chromium-offer-3",
          "firefox-offer-1",
          "firefox-offer-2",
          "rtcnode-offer-A",
          "rtcnode-offer-B",
          "rtcnode-offer-C");
  static final List<String> ANSWERS =
      List.of(
          "chromium-answer-1",
          "chromium-answer-3",
          "chromium-answer-subscriber",
          "firefox-answer-1",
          "firefox-answer-2",
          "firefox-answer-subscriber",
          "rtcnode-answer-A",
          "rtcnode-answer-B",
          "rtcnode-answer-C",
          "rtcnode-answer-subscriber");

  private RecordedSdp() {}

  static String text(String name) {
    try (InputStream in = RecordedSdp.class.getResourceAsStream(name + ".sdp")) {
      if (in == null) {
        throw new IllegalArgumentException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static SessionDescription read(String name) {
    SessionDescription description = SessionDescription.parse(text(name));
    if (description == null) {
      throw new AssertionError(name + " is not readable");
    }
    return description;
  }

  static MediaSection section(String name, String mid) {
    return read(name).media().stream()
        .filter(section -> mid.equals(section.mid()))
        .findFirst()
        .orElseThrow();
  }
}
