package parley.bench.participant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import parley.bench.clip.VideoClip;
import parley.bench.clip.VoiceClip;

/**
 * What a participant gives to the meeting.
 *
 * @param voice sound to send, or null for a silent one
 * @param layers pictures to send, one clip for each simulcast layer from the lowest (q, h, f);
 *     empty without a camera
 * @param tileWidth width in pixels of the tiles it watches, which decides the layers it receives; 0
 *     for the best
 */
public record Script(@Nullable VoiceClip voice, List<VideoClip> layers, int tileWidth) {
  /** Only watches and listens. */
  public static Script audience() {
    return new Script(null, List.of(), 0);
  }

  /** The names of the layers that are sent. */
  List<String> rids() {
    return List.of("q", "h", "f").subList(0, layers.size());
  }
}
