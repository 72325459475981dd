package parley.bench.clip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Opus packets of 20 ms each.
 *
 * @param packets one RTP payload each
 */
public record VoiceClip(List<byte[]> packets) {
  private static final int PAGE_HEADER = 27;

  /** The voice that comes with the load generator. */
  public static VoiceClip voice() {
    try (InputStream in = VoiceClip.class.getResourceAsStream("/clips/voice.opus")) {
      if (in == null) throw new IllegalStateException("The voice is missing");
      return parse(ByteBuffer.wrap(in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes the packets out of Ogg pages (RFC 3533), without the two headers (RFC 7845). */
  static VoiceClip parse(ByteBuffer ogg) {
    List<byte[]> packets = new ArrayList<>();
    byte[] open = new byte[0];
    int page = 0;
    while (page + PAGE_HEADER <= ogg.limit()) {
      int segments = ogg.get(page + PAGE_HEADER - 1) & 0xff;
      int data = page + PAGE_HEADER + segments;
      for (int i = 0; i < segments; i++) {
        int size = ogg.get(page + PAGE_HEADER + i) & 0xff;
        int before = open.length;
        open = Arrays.copyOf(open, before + size);
        ogg.get(data, open, before, size);
        data += size;
        if (size < 255) {
          packets.add(open);
          open = new byte[0];
        }
      }
      page = data;
    }
    return new VoiceClip(List.copyOf(packets.subList(2, packets.size())));
  }
}
