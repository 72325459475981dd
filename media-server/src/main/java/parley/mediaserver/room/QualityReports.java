package parley.mediaserver.room;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import livekit.LivekitModels.ConnectionQuality;
import livekit.LivekitRtc.ConnectionQualityInfo;
import livekit.LivekitRtc.ConnectionQualityUpdate;
import livekit.LivekitRtc.SignalResponse;
import parley.sfu.Quality;

/** Tells everyone the connection quality of itself and of those it receives, when it changed. */
final class QualityReports {
  private static final float LOST_SCORE = 1.25f;

  private final LiveRoom room;
  private final Map<String, Map<String, ConnectionQuality>> told = new HashMap<>();

  QualityReports(LiveRoom room) {
    this.room = room;
  }

  void report() {
    for (LiveParticipant receiver : room.participants()) {
      if (receiver.active() && receiver.attached()) {
        report(receiver);
      }
    }
  }

  void gone(LiveParticipant participant) {
    told.remove(participant.sid());
    told.values().forEach(known -> known.remove(participant.sid()));
  }

  private void report(LiveParticipant receiver) {
    Map<String, ConnectionQuality> known =
        told.computeIfAbsent(receiver.sid(), sid -> new HashMap<>());
    List<ConnectionQualityInfo> news = new ArrayList<>();
    for (LiveParticipant one : room.participants()) {
      boolean self = one == receiver;
      if (one.active() && (self || receiver.subscriptions().receivesFrom(one))) {
        ConnectionQualityInfo info = info(one, self);
        if (known.put(one.sid(), info.getQuality()) != info.getQuality()) {
          news.add(info);
        }
      }
    }
    if (!news.isEmpty()) {
      receiver.send(
          SignalResponse.newBuilder()
              .setConnectionQuality(ConnectionQualityUpdate.newBuilder().addAllUpdates(news))
              .build());
    }
  }

  /** Nobody is told of itself that it is lost: livekit-client would start afresh. */
  private ConnectionQualityInfo info(LiveParticipant one, boolean self) {
    boolean lost = room.silent(one) || one.vitals().quality() == Quality.LOST;
    ConnectionQuality quality =
        lost
            ? self ? ConnectionQuality.POOR : ConnectionQuality.LOST
            : wire(one.vitals().quality());
    return ConnectionQualityInfo.newBuilder()
        .setParticipantSid(one.sid())
        .setQuality(quality)
        .setScore(lost ? LOST_SCORE : one.vitals().score())
        .build();
  }

  private static ConnectionQuality wire(Quality quality) {
    return switch (quality) {
      case EXCELLENT -> ConnectionQuality.EXCELLENT;
      case GOOD -> ConnectionQuality.GOOD;
      case POOR -> ConnectionQuality.POOR;
      case LOST -> ConnectionQuality.LOST;
    };
  }
}
