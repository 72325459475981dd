package parley.mediaserver.room;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import livekit.LivekitModels.ParticipantInfo;

/** Who left lately, for those whose signal was away meanwhile. */
final class Departures {
  private static final Duration KEPT = Duration.ofMinutes(2);
  private static final int MAX = 512;

  private record Gone(ParticipantInfo info, Instant at) {}

  private final Deque<Gone> gone = new ArrayDeque<>();

  void add(ParticipantInfo info, Instant at) {
    while (!gone.isEmpty()
        && (gone.size() >= MAX || gone.getFirst().at().isBefore(at.minus(KEPT)))) {
      gone.removeFirst();
    }
    gone.addLast(new Gone(info.toBuilder().clearMetadata().clearAttributes().build(), at));
  }

  /** Those who left after this time and did not come back: clients know people by identity. */
  List<ParticipantInfo> since(Instant time, Set<String> identitiesPresent) {
    List<ParticipantInfo> left = new ArrayList<>();
    for (Gone one : gone) {
      if (!one.at().isBefore(time) && !identitiesPresent.contains(one.info().getIdentity())) {
        left.add(one.info());
      }
    }
    return left;
  }
}
