package parley.bench.participant;

import java.util.ArrayList;
import java.util.List;

/** The growing list of m-sections of one participant. */
final class Sections {
  private static final int FIRST = 3;

  private final List<Section> all = new ArrayList<>();

  /** Begins as the published clients do: three sections for sound, three for pictures. */
  Sections() {
    addReceiving(FIRST, FIRST);
  }

  List<Section> all() {
    return all;
  }

  void addReceiving(int audios, int videos) {
    for (int i = 0; i < audios; i++) all.add(Section.receiving(all.size(), "audio"));
    for (int i = 0; i < videos; i++) all.add(Section.receiving(all.size(), "video"));
  }

  /** Adds a section that sends; returns its mid. */
  int addSending(String kind, String track, List<String> rids, int ssrc) {
    int mid = all.size();
    all.add(new Section(mid, kind, track, rids.size() > 1 ? rids : List.of(), ssrc));
    return mid;
  }
}
