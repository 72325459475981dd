package parley.mediaserver.negotiate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import parley.wire.sdp.Codec;

/**
 * The codecs of an offered section that we forward, in the order of the offer: Opus; VP8; H.264 in
 * both profiles that every browser decodes, packetization mode 1. RED, VP9 and AV1 are left out.
 */
public final class CodecChoice {
  private final List<Codec> media;
  private final List<Codec> repairs;

  private CodecChoice(List<Codec> media, List<Codec> repairs) {
    this.media = media;
    this.repairs = repairs;
  }

  /** What of a section we can forward at all. */
  static CodecChoice of(String kind, List<Codec> offered) {
    return with(offered.stream().filter(codec -> served(kind, codec)).toList(), offered);
  }

  /**
   * What a publisher may send: only the codec it announced, for Firefox does not heed the order.
   * Without an announced codec, or if it is not offered, all we can forward.
   */
  CodecChoice announced(String kind, @Nullable String mime) {
    List<Codec> meant = media.stream().filter(codec -> codec.mime(kind).equals(mime)).toList();
    return meant.isEmpty() ? this : with(meant, repairs);
  }

  private static CodecChoice with(List<Codec> media, List<Codec> repairs) {
    return new CodecChoice(
        media,
        repairs.stream()
            .filter(one -> media.stream().anyMatch(main -> main.payloadType() == one.apt()))
            .toList());
  }

  List<Codec> media() {
    return media;
  }

  /** The RTX codecs of {@link #media}. */
  List<Codec> repairs() {
    return repairs;
  }

  /** Media codecs first, then their RTX. */
  List<Codec> all() {
    List<Codec> all = new ArrayList<>(media);
    all.addAll(repairs);
    return all;
  }

  /** Whether a track of this codec can be sent or received here. */
  public boolean has(String kind, String mime) {
    return media.stream().anyMatch(codec -> codec.mime(kind).equalsIgnoreCase(mime));
  }

  /** The RTX payload type of a codec, −1 when none is agreed. */
  int rtxOf(Codec codec) {
    for (Codec repair : repairs) {
      if (repair.apt() == codec.payloadType()) {
        return repair.payloadType();
      }
    }
    return -1;
  }

  private static boolean served(String kind, Codec codec) {
    return switch (kind) {
      case "audio" -> codec.is("opus") && codec.clockRate() == 48000 && codec.channels() == 2;
      case "video" -> codec.clockRate() == 90000 && (codec.is("VP8") || plainH264(codec));
      default -> false;
    };
  }

  /** Baseline and Constrained Baseline (RFC 6184 §8.1); browsers decode either. */
  private static boolean plainH264(Codec codec) {
    String profile = codec.parameter("profile-level-id");
    return codec.is("H264")
        && "1".equals(codec.parameter("packetization-mode"))
        && profile != null
        && profile.toLowerCase(Locale.ROOT).startsWith("42");
  }
}
