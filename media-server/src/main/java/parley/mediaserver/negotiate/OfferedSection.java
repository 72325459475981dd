package parley.mediaserver.negotiate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.wire.sdp.Codec;
import parley.wire.sdp.Direction;
import parley.wire.sdp.HeaderExtension;
import parley.wire.sdp.MediaSection;
import parley.wire.sdp.Msid;
import parley.wire.sdp.Ssrcs;

/**
 * What a section of an offer says, looked up once where the offer is read: the room's thread, which
 * others share, finds facts and no lines to search.
 *
 * @param section the section itself
 * @param mid its identification tag
 * @param rejected stopped for good
 * @param direction which way its client wants media to flow
 * @param codecs what of it we can forward
 * @param first its first codec, forwarded or not; null when none can be read
 * @param extensions those of its header extensions that we use
 * @param rids the simulcast encodings we take: one for each layer there is, the first ones
 * @param ssrcs the streams it names
 * @param track the track id its client sends under, null when it names none
 */
public record OfferedSection(
    MediaSection section,
    String mid,
    boolean rejected,
    Direction direction,
    CodecChoice codecs,
    @Nullable Codec first,
    List<HeaderExtension> extensions,
    List<String> rids,
    Ssrcs ssrcs,
    @Nullable String track) {
  /** Layers are told apart as low, medium and high (RFC 8853 §5.3.2: an answer may take fewer). */
  private static final int MAX_RIDS = 3;

  static OfferedSection of(MediaSection section, String mid) {
    List<Codec> codecs = section.codecs();
    Msid msid = section.msid();
    return new OfferedSection(
        section,
        mid,
        section.rejected(),
        section.direction(),
        CodecChoice.of(section.kind(), codecs),
        codecs.isEmpty() ? null : codecs.getFirst(),
        Extensions.agreed(section),
        section.sendRids().stream().limit(MAX_RIDS).toList(),
        section.ssrcs(),
        msid == null ? null : msid.track());
  }

  /** {@code audio}, {@code video}, {@code application}… */
  public String kind() {
    return section.kind();
  }
}
