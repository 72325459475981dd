package parley.sfu;

/**
 * One stream of a published track, as the SDP announces it.
 *
 * @param rid RFC 8851 id, empty when the track is not simulcast
 * @param ssrc 0 when the SDP does not name it
 * @param rtxSsrc of its retransmission stream; 0 when the SDP does not name it
 */
public record EncodingSpec(String rid, int ssrc, int rtxSsrc) {
  /** A simulcast encoding, known by its RID alone. */
  public static EncodingSpec ofRid(String rid) {
    return new EncodingSpec(rid, 0, 0);
  }
}
