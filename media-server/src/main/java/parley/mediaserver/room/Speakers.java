package parley.mediaserver.room;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import livekit.LivekitModels.SpeakerInfo;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.SpeakersChanged;
import parley.sfu.RoomListener;
import parley.sfu.SpeakerLevel;

/** Tells everyone who hears a speaker, and the speaker itself, how loud it is; changes only. */
final class Speakers implements RoomListener {
  private final LiveRoom room;
  private final Set<String> speaking = new HashSet<>();

  Speakers(LiveRoom room) {
    this.room = room;
  }

  @Override
  public void speakers(List<SpeakerLevel> changes) {
    for (SpeakerLevel change : changes) {
      if (change.active()) {
        speaking.add(change.participantSid());
      } else {
        speaking.remove(change.participantSid());
      }
    }
    for (LiveParticipant listener : room.participants()) {
      List<SpeakerInfo> heard = new ArrayList<>();
      for (SpeakerLevel change : changes) {
        if (hears(listener, change.participantSid())) {
          heard.add(info(change.participantSid(), change.level(), change.active()));
        }
      }
      tell(listener, heard);
    }
  }

  /** Somebody who hears this speaker no more must not keep showing it as speaking. */
  void hide(LiveParticipant speaker, LiveParticipant from) {
    if (speaking.contains(speaker.sid()) && !from.subscriptions().receivesFrom(speaker)) {
      tell(from, List.of(info(speaker.sid(), 0, false)));
    }
  }

  void gone(LiveParticipant participant) {
    speaking.remove(participant.sid());
  }

  private boolean hears(LiveParticipant listener, String sid) {
    if (listener.sid().equals(sid)) {
      return true;
    }
    LiveParticipant speaker = room.bySid(sid);
    return speaker != null && listener.subscriptions().receivesFrom(speaker);
  }

  private static void tell(LiveParticipant listener, List<SpeakerInfo> heard) {
    if (!heard.isEmpty()) {
      listener.send(
          SignalResponse.newBuilder()
              .setSpeakersChanged(SpeakersChanged.newBuilder().addAllSpeakers(heard))
              .build());
    }
  }

  private static SpeakerInfo info(String sid, float level, boolean active) {
    return SpeakerInfo.newBuilder().setSid(sid).setLevel(level).setActive(active).build();
  }
}
