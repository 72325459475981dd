package parley.bench.participant;

import java.util.List;

/**
 * One m-section of the participant's offers. Sections are only ever added.
 *
 * @param kind "audio" or "video"
 * @param track the id that the server knows from {@code add_track}; empty where we only receive
 * @param rids simulcast encodings, lowest first; empty for a single one
 * @param ssrc of the only encoding, unused with rids
 */
record Section(int mid, String kind, String track, List<String> rids, int ssrc) {
  static Section receiving(int mid, String kind) {
    return new Section(mid, kind, "", List.of(), 0);
  }

  boolean sends() {
    return !track.isEmpty();
  }
}
