package parley.wire.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Damaged descriptions: nothing may throw, and what is read must survive being written. */
class SdpFuzzTest {
  private static final String ALPHABET = "\r\n =:/;*-0123456789avmoct~rid";

  @Test
  void survivesDamage() {
    Random random = new Random(8866);
    for (String name : RecordedSdp.OFFERS) {
      String text = RecordedSdp.text(name);
      for (int round = 0; round < 300; round++) {
        touch(damage(text, random));
      }
    }
  }

  @Test
  void survivesNoise() {
    Random random = new Random(8829);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder("v=0\r\no=- 1 1 IN IP4 x\r\nm=audio 9 x 0\r\n");
      int length = random.nextInt(200);
      for (int i = 0; i < length; i++) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      touch(text.toString());
    }
  }

  private static String damage(String text, Random random) {
    StringBuilder damaged = new StringBuilder(text);
    int wounds = 1 + random.nextInt(20);
    for (int i = 0; i < wounds && damaged.length() > 2; i++) {
      int at = random.nextInt(damaged.length());
      switch (random.nextInt(4)) {
        case 0 -> damaged.setCharAt(at, ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        case 1 -> damaged.deleteCharAt(at);
        case 2 -> damaged.insert(at, (char) random.nextInt(0x300));
        default -> damaged.setLength(Math.max(at, damaged.length() - 500));
      }
    }
    return damaged.toString();
  }

  private static void touch(String text) {
    SessionDescription description = SessionDescription.parse(text);
    if (description == null) {
      return;
    }
    description.bundle();
    for (MediaSection section : description.media()) {
      section.codecs().forEach(codec -> Objects.hash(codec.rtpmap(), codec.fmtp(), codec.apt()));
      Objects.hash(section.extensions(), section.msid(), section.ssrcs().media());
      Objects.hash(section.sendRids(), section.direction(), section.rejected());
      description.inherited(section, "fingerprint");
    }
    assertThat(SessionDescription.parse(description.write())).isNotNull();
  }
}
