package parley.sfu;

import java.util.HashMap;
import java.util.Map;

/**
 * Keeps whoever claims to be loudest from holding the floor alone while others speak too: levels
 * come from the senders (RFC 6464), and a careful liar's look like anybody's. Of the windows of a
 * conversation each who takes part has an equal share to be loudest in; who had more than that
 * comes behind the others while they speak. Who speaks alone is never held back.
 */
final class Floor {
  /** Windows of 400 ms beyond the equal share, after which one yields, and no more than count. */
  private static final float MOST = 6;

  private static final float ENOUGH = 3;
  private static final float WORST = 16;

  /** Who was silent for long may lead for long. */
  private static final float CREDIT = -30;

  /** One takes part for a minute after the last word. */
  private static final long TAKES_PART = 150;

  private static final class Turn {
    private float held;
    private long spokeAt;
    private boolean yields;
  }

  private final Map<String, Turn> turns = new HashMap<>();
  private long window;

  /**
   * Lowers the levels of those who have to yield.
   *
   * @param levels 0–1 for everybody who is there, 0 for who is silent
   */
  void share(Map<String, Float> levels) {
    window++;
    levels.forEach((sid, level) -> {
      if (level > 0) {
        turns.computeIfAbsent(sid, key -> new Turn()).spokeAt = window;
      }
    });
    turns.keySet().retainAll(levels.keySet());
    turns.values().removeIf(turn -> window - turn.spokeAt > TAKES_PART);
    putBehind(levels);
    count(levels);
  }

  private void putBehind(Map<String, Float> levels) {
    float quietest = 0;
    for (Map.Entry<String, Turn> one : turns.entrySet()) {
      float level = levels.getOrDefault(one.getKey(), 0f);
      boolean leads = level > 0 && !one.getValue().yields;
      quietest = leads && (quietest == 0 || level < quietest) ? level : quietest;
    }
    if (quietest > 0) {
      for (Map.Entry<String, Turn> one : turns.entrySet()) {
        if (one.getValue().yields) {
          levels.merge(one.getKey(), quietest / 2, Math::min);
        }
      }
    }
  }

  private void count(Map<String, Float> levels) {
    float loudest = 0;
    int leaders = 0;
    for (float level : levels.values()) {
      leaders = level > loudest ? 1 : level == loudest ? leaders + 1 : leaders;
      loudest = Math.max(loudest, level);
    }
    if (loudest > 0) {
      float equal = 1f / turns.size();
      for (Map.Entry<String, Turn> one : turns.entrySet()) {
        float led = levels.getOrDefault(one.getKey(), 0f) == loudest ? 1f / leaders : 0;
        Turn turn = one.getValue();
        turn.held = Math.clamp(turn.held + led - equal, CREDIT, WORST);
        turn.yields = turn.held > (turn.yields ? ENOUGH : MOST);
      }
    }
  }
}
