package parley.bench;

import java.util.ArrayList;
import java.util.List;
import parley.bench.clip.VideoClip;
import parley.bench.clip.VoiceClip;
import parley.bench.participant.Script;

/**
 * Who comes to the meeting of a load.
 *
 * @param name as it stands in docs/benchmarks.md
 */
record LoadPlan(String name, List<Script> people) {
  private static final List<String> FACES =
      List.of(
          "amara", "jonas", "priya", "david", "mei", "kenji", "nora", "leo", "samira", "tomas",
          "ingrid", "ben");

  /** The named loads: what the project's figures are measured with. */
  static LoadPlan named(String name) {
    return switch (name) {
      case "video-1-20" -> new LoadPlan(name, people(1, 20, 0));
      case "video-1-60" -> new LoadPlan(name, people(1, 60, 0));
      case "meeting-6x12" -> new LoadPlan(name, people(6, 6, 426));
      case "audio-10-50" -> new LoadPlan(name, voices(10, 40));
      case "three" -> new LoadPlan(name, people(3, 0, 640));
      default -> throw new IllegalArgumentException("There is no load " + name);
    };
  }

  /** People with faces, at a size that suits grids. */
  static LoadPlan crowd(int people) {
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      String face = FACES.get(i % FACES.size());
      scripts.add(
          new Script(
              i == 0 ? VoiceClip.voice() : null,
              List.of(VideoClip.named(face + "-q"), VideoClip.named(face + "-h")),
              180));
    }
    return new LoadPlan("crowd", scripts);
  }

  static String faceName(int index) {
    String face = FACES.get(index % FACES.size());
    String name = Character.toUpperCase(face.charAt(0)) + face.substring(1);
    return index < FACES.size() ? name : name + " " + (index / FACES.size() + 1);
  }

  private static List<Script> people(int cameras, int audience, int tileWidth) {
    List<VideoClip> layers =
        List.of(VideoClip.named("busy-q"), VideoClip.named("busy-h"), VideoClip.named("busy-f"));
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < cameras; i++) {
      scripts.add(new Script(VoiceClip.voice(), layers, tileWidth));
    }
    for (int i = 0; i < audience; i++) scripts.add(new Script(null, List.of(), tileWidth));
    return scripts;
  }

  private static List<Script> voices(int speakers, int audience) {
    List<Script> scripts = new ArrayList<>();
    for (int i = 0; i < speakers; i++) scripts.add(new Script(VoiceClip.voice(), List.of(), 0));
    for (int i = 0; i < audience; i++) scripts.add(Script.audience());
    return scripts;
  }
}
