package parley.sfu;

import java.util.List;

/** What a room tells of itself, on its thread. */
public interface RoomListener {
  /** Those whose speaking changed since the last call, the loudest first; at most every 400 ms. */
  default void speakers(List<SpeakerLevel> changes) {}
}
