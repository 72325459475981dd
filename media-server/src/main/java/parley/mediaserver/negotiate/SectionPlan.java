package parley.mediaserver.negotiate;

import org.jspecify.annotations.Nullable;

/** What one section of an offer is used for. */
public sealed interface SectionPlan {

  /** Nothing flows: answered {@code inactive}, free for later. */
  record Idle() implements SectionPlan {}

  /** The client stopped it for good, or it is of a kind we do not serve: port 0 stays. */
  record Rejected() implements SectionPlan {}

  /** The connection has no other section, so the data channel's must carry the transport. */
  record TransportOnly() implements SectionPlan {}

  /**
   * The client sends a track.
   *
   * @param mime the codec it announced, lower case ({@code video/h264}); null when it did not
   * @param stereo its sound has two channels on purpose
   * @param dtx it may stop sending in silence
   */
  record Publish(@Nullable String mime, boolean stereo, boolean dtx) implements SectionPlan {}

  /**
   * We send a track of somebody else.
   *
   * @param stream the id of its MediaStream: {@code PA_…|TR_…}
   * @param track its sid
   * @param cname the same for all tracks of its publisher, so that sound and picture stay together
   * @param ssrc ours
   * @param rtxSsrc ours, used when RTX is agreed
   * @param stereo its sound has two channels
   */
  record Subscribe(String stream, String track, String cname, int ssrc, int rtxSsrc, boolean stereo)
      implements SectionPlan {}
}
