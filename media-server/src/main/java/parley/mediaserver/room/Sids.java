package parley.mediaserver.room;

import java.security.SecureRandom;
import livekit.LivekitModels.TrackSource;
import livekit.LivekitModels.TrackType;

/** Makes LiveKit's ids; clients insist on the prefixes. */
final class Sids {
  private static final String ALPHABET =
      "23456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Sids() {}

  static String room() {
    return "RM_" + random();
  }

  static String participant() {
    return "PA_" + random();
  }

  static String node() {
    return "ND_" + random();
  }

  /** {@code TR_}, then a letter for the kind and one for the source. */
  static String track(TrackType type, TrackSource source) {
    String letter =
        switch (source) {
          case CAMERA -> "C";
          case MICROPHONE -> "M";
          case SCREEN_SHARE -> "S";
          case SCREEN_SHARE_AUDIO -> "s";
          default -> "";
        };
    return "TR_" + (type == TrackType.VIDEO ? "V" : "A") + letter + random();
  }

  private static String random() {
    StringBuilder text = new StringBuilder(12);
    for (int i = 0; i < 12; i++) {
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
