package parley.bench.clip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * VP8 frames that begin with a keyframe and loop without a seam.
 *
 * @param frames encoded frames in order
 * @param framesPerSecond how fast they were recorded
 */
public record VideoClip(List<byte[]> frames, int width, int height, int framesPerSecond) {
  private static final int FRAME_HEADER = 12;

  /** Reads {@code /clips/NAME.ivf} from the class path. */
  public static VideoClip named(String name) {
    try (InputStream in = VideoClip.class.getResourceAsStream("/clips/" + name + ".ivf")) {
      if (in == null) throw new IllegalArgumentException("There is no clip " + name);
      return parse(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the IVF container: a 32-byte header, then a 12-byte header before each frame. */
  static VideoClip parse(ByteBuffer ivf) {
    ivf.order(ByteOrder.LITTLE_ENDIAN);
    int width = ivf.getShort(12) & 0xffff;
    int height = ivf.getShort(14) & 0xffff;
    int rate = ivf.getInt(16) / Math.max(1, ivf.getInt(20));
    List<byte[]> frames = new ArrayList<>();
    int at = ivf.getShort(6) & 0xffff;
    while (at + FRAME_HEADER <= ivf.limit()) {
      byte[] frame = new byte[ivf.getInt(at)];
      ivf.get(at + FRAME_HEADER, frame);
      frames.add(frame);
      at += FRAME_HEADER + frame.length;
    }
    return new VideoClip(List.copyOf(frames), width, height, rate);
  }
}
