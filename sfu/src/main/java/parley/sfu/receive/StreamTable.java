package parley.sfu.receive;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import parley.wire.rtp.RtpPacket;

/**
 * SSRC → stream of one participant. SSRCs come from the SDP, or are learnt from the MID and RID
 * header extensions of a packet (RFC 8852, RFC 9143) and kept: senders leave the extensions out
 * after a while. What tells neither is unknown, never guessed.
 */
public final class StreamTable {
  private static final int UNKNOWN = -1;

  private record Announced(String mid, String rid, ReceivePipeline pipeline) {}

  private final List<Announced> announced = new ArrayList<>();
  private int[] ssrcs = new int[8];
  private ReceivePipeline[] pipelines = new ReceivePipeline[8];
  private boolean[] rtx = new boolean[8];
  private int size;
  private int midId;
  private int ridId;
  private int repairedRidId;

  /** Header extension ids, 0 for those not negotiated. */
  public void extensions(int mid, int rid, int repairedRid) {
    midId = mid;
    ridId = rid;
    repairedRidId = repairedRid;
  }

  /**
   * Expects a stream.
   *
   * @param rid empty when the section sends one encoding
   * @param ssrc 0 when it will have to be learnt; the same for {@code rtxSsrc}
   */
  public void announce(String mid, String rid, int ssrc, int rtxSsrc, ReceivePipeline pipeline) {
    announced.add(new Announced(mid, rid, pipeline));
    if (ssrc != 0) {
      bind(ssrc, pipeline, false);
    }
    if (rtxSsrc != 0) {
      bind(rtxSsrc, pipeline, true);
    }
  }

  /** Forgets everything about a stream. */
  public void forget(ReceivePipeline pipeline) {
    announced.removeIf(one -> one.pipeline == pipeline);
    for (int i = size - 1; i >= 0; i--) {
      if (pipelines[i] == pipeline) {
        remove(i);
      }
    }
  }

  /**
   * Finds the stream of a packet, learning its SSRC when it is new.
   *
   * @return an index for {@link #pipeline} and {@link #isRtx}, valid until the next call; −1 when
   *     unknown
   */
  public int find(RtpPacket packet, PayloadTypes types) {
    int known = indexOf(packet.ssrc());
    return known != UNKNOWN ? known : learn(packet, types);
  }

  public ReceivePipeline pipeline(int index) {
    return pipelines[index];
  }

  public boolean isRtx(int index) {
    return rtx[index];
  }

  /** The media stream of this SSRC; −1 when unknown or RTX. */
  public int findMedia(int ssrc) {
    int index = indexOf(ssrc);
    return index == UNKNOWN || rtx[index] ? UNKNOWN : index;
  }

  private int indexOf(int ssrc) {
    for (int i = 0; i < size; i++) {
      if (ssrcs[i] == ssrc) {
        return i;
      }
    }
    return UNKNOWN;
  }

  private int learn(RtpPacket packet, PayloadTypes types) {
    int mid = midId == 0 ? UNKNOWN : packet.findExtension(midId);
    if (mid < 0) {
      return UNKNOWN;
    }
    boolean repairs = types.isRtx(packet.payloadType());
    int id = repairs ? repairedRidId : ridId;
    int rid = id == 0 ? UNKNOWN : packet.findExtension(id);
    for (int i = 0; i < announced.size(); i++) {
      Announced one = announced.get(i);
      if (says(packet, mid, one.mid)
          && (one.rid.isEmpty() || rid >= 0 && says(packet, rid, one.rid))) {
        return bind(packet.ssrc(), one.pipeline, repairs);
      }
    }
    return UNKNOWN;
  }

  private static boolean says(RtpPacket packet, int at, String text) {
    if (packet.extensionLength(at) != text.length()) {
      return false;
    }
    ByteBuffer b = packet.buffer();
    for (int i = 0; i < text.length(); i++) {
      if (b.get(at + i) != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  // A stream has one SSRC at a time: a new one takes the place of the old.
  private int bind(int ssrc, ReceivePipeline pipeline, boolean isRtx) {
    for (int i = 0; i < size; i++) {
      if (ssrcs[i] == ssrc || pipelines[i] == pipeline && rtx[i] == isRtx) {
        remove(i--);
      }
    }
    if (size == ssrcs.length) {
      ssrcs = Arrays.copyOf(ssrcs, 2 * size);
      pipelines = Arrays.copyOf(pipelines, 2 * size);
      rtx = Arrays.copyOf(rtx, 2 * size);
    }
    ssrcs[size] = ssrc;
    pipelines[size] = pipeline;
    rtx[size] = isRtx;
    pipeline.bind(ssrc, isRtx);
    return size++;
  }

  private void remove(int index) {
    size--;
    ssrcs[index] = ssrcs[size];
    pipelines[index] = pipelines[size];
    rtx[index] = rtx[size];
  }
}
