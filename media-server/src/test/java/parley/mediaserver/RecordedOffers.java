package parley.mediaserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Offers recorded from real clients. */
public final class RecordedOffers {
  private RecordedOffers() {}

  /** Such as {@code chromium-offer-1}. */
  public static String text(String name) {
    try (InputStream in =
        RecordedOffers.class.getResourceAsStream("/parley/wire/sdp/" + name + ".sdp")) {
      if (in == null) {
        throw new IllegalArgumentException(name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
