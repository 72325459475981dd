package parley.sfu;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.sfu.packet.PayloadTypeMap;

/** Finds for each codec of a sender the one a receiver knows it by. */
final class CodecMatch {
  private CodecMatch() {}

  static PayloadTypeMap map(List<RtpCodec> sender, List<RtpCodec> receiver) {
    PayloadTypeMap map = new PayloadTypeMap();
    for (RtpCodec codec : sender) {
      RtpCodec match = best(codec, receiver);
      if (match != null) {
        map.map(codec.payloadType(), match.payloadType(), match.rtxPayloadType());
      }
    }
    return map;
  }

  private static @Nullable RtpCodec best(RtpCodec codec, List<RtpCodec> receiver) {
    RtpCodec best = null;
    int bestLikeness = -1;
    for (RtpCodec candidate : receiver) {
      int likeness =
          candidate.mime().equalsIgnoreCase(codec.mime()) ? likeness(codec, candidate) : -1;
      if (likeness > bestLikeness) {
        best = candidate;
        bestLikeness = likeness;
      }
    }
    return best;
  }

  // H.264 comes in several packetization modes and profiles (RFC 6184 §8.1): the mode must fit
  // first.
  private static int likeness(RtpCodec a, RtpCodec b) {
    int mode =
        parameter(a, "packetization-mode", "0").equals(parameter(b, "packetization-mode", "0"))
            ? 2
            : 0;
    int profile = profile(a).equals(profile(b)) ? 1 : 0;
    return mode + profile;
  }

  private static String profile(RtpCodec codec) {
    String level = parameter(codec, "profile-level-id", "42e01f");
    return level.substring(0, Math.min(4, level.length()));
  }

  private static String parameter(RtpCodec codec, String name, String otherwise) {
    for (String part : codec.fmtp().toLowerCase(Locale.ROOT).split(";")) {
      String[] pair = part.strip().split("=", 2);
      if (pair.length == 2 && pair[0].equals(name)) {
        return pair[1];
      }
    }
    return otherwise;
  }
}
