package parley.bench.clip;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Cuts VP8 frames into RTP payloads with a 15-bit picture id (RFC 7741, section 4.2). */
public final class Vp8Packetizer {
  private static final int DESCRIPTOR = 4;
  private static final int MAX_PAYLOAD = 1100;

  private int pictureId;

  public Vp8Packetizer(int firstPictureId) {
    pictureId = firstPictureId & 0x7fff;
  }

  /** The payloads of one frame in order; all but the last have the same length. */
  public List<byte[]> payloads(byte[] frame) {
    List<byte[]> payloads = new ArrayList<>();
    for (int at = 0; at < frame.length; at += MAX_PAYLOAD) {
      int size = Math.min(MAX_PAYLOAD, frame.length - at);
      ByteBuffer payload = ByteBuffer.allocate(DESCRIPTOR + size);
      // X, and S at the start of the frame's only partition that we tell of; then I; then M with
      // the id.
      payload.put((byte) (at == 0 ? 0x90 : 0x80)).put((byte) 0x80);
      payload.putShort((short) (0x8000 | pictureId));
      payload.put(frame, at, size);
      payloads.add(payload.array());
    }
    pictureId = (pictureId + 1) & 0x7fff;
    return payloads;
  }
}
