package parley.mediaserver.room;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import livekit.LivekitModels.ParticipantTracks;
import livekit.LivekitModels.SubscriptionError;
import livekit.LivekitRtc.UpdateSubscription;
import livekit.LivekitRtc.UpdateTrackSettings;
import parley.mediaserver.negotiate.Answer;
import parley.mediaserver.negotiate.Delivery;
import parley.mediaserver.negotiate.Section;
import parley.mediaserver.negotiate.Sections;

/**
 * What one participant receives: its wishes, what publishers allow, and the sections it all needs.
 */
final class Subscriptions {
  /** New tracks often come in pairs: one renegotiation for both. */
  private static final Duration NEW = Duration.ofMillis(10);

  /** A freed section is only tidied up; a new track may want it first. */
  private static final Duration FREED = Duration.ofMillis(200);

  private static final int MAX_WISHES = 2048;
  private static final int SSRC_STEP = 0x9E3779B1;

  private final LiveParticipant subscriber;
  private final boolean automatic;
  private final Map<String, LiveSubscription> byTrack = new LinkedHashMap<>();
  private final Map<String, Boolean> wishes = new LinkedHashMap<>();
  private int lastSsrc = ThreadLocalRandom.current().nextInt();

  Subscriptions(LiveParticipant subscriber, boolean automatic) {
    this.subscriber = subscriber;
    this.automatic = automatic;
  }

  Collection<LiveSubscription> all() {
    return byTrack.values();
  }

  /** Whether a track of this participant is on its way. */
  boolean receivesFrom(LiveParticipant publisher) {
    for (LiveTrack track : publisher.publications().all()) {
      LiveSubscription one = byTrack.get(track.sid());
      if (one != null && one.placed()) {
        return true;
      }
    }
    return false;
  }

  /** A track can be had from now on. */
  void available(LiveTrack track) {
    LiveSubscription subscription = new LiveSubscription(track);
    byTrack.put(track.sid(), subscription);
    subscription.desired(wishes.getOrDefault(track.sid(), automatic));
    judge(subscription);
  }

  /** The track is gone. */
  void gone(LiveTrack track) {
    LiveSubscription subscription = byTrack.remove(track.sid());
    if (subscription != null) {
      stop(subscription);
    }
    wishes.remove(track.sid());
  }

  /** The client subscribes or unsubscribes; also for tracks that come later. */
  void wish(UpdateSubscription update) {
    List<String> sids = new ArrayList<>(update.getTrackSidsList());
    for (ParticipantTracks tracks : update.getParticipantTracksList()) {
      sids.addAll(tracks.getTrackSidsList());
    }
    for (String sid : new HashSet<>(sids)) {
      if (wishes.size() < MAX_WISHES || wishes.containsKey(sid)) {
        wishes.put(sid, update.getSubscribe());
      }
      LiveSubscription subscription = byTrack.get(sid);
      if (subscription != null) {
        subscription.desired(update.getSubscribe());
        judge(subscription);
      } else if (update.getSubscribe()) {
        subscriber.send(Responses.subscriptionFailed(sid, SubscriptionError.SE_TRACK_NOTFOUND));
      }
    }
  }

  void setting(UpdateTrackSettings setting) {
    for (String sid : setting.getTrackSidsList()) {
      LiveSubscription subscription = byTrack.get(sid);
      if (subscription != null) {
        subscription.setting(setting);
      }
    }
  }

  /** Tracks that the client holds paused; how large it shows them stays as it was. */
  void pause(List<String> sids) {
    for (String sid : sids) {
      LiveSubscription subscription = byTrack.get(sid);
      if (subscription != null) {
        subscription.pause();
      }
    }
  }

  /** Grants of this participant changed. */
  void judgeAll() {
    List.copyOf(byTrack.values()).forEach(this::judge);
  }

  /** What this publisher permits changed. */
  void judge(LiveParticipant publisher) {
    for (LiveSubscription one : List.copyOf(byTrack.values())) {
      if (one.track().publisher() == publisher) {
        judge(one);
      }
    }
  }

  /** Gives waiting subscriptions their sections; true when at least one found its own. */
  boolean place(Sections sections) {
    boolean placed = false;
    for (LiveSubscription one : byTrack.values()) {
      if (one.waiting()) {
        placed |= place(one, sections);
      }
    }
    return placed;
  }

  /** Deliveries that lost their section wait for another. */
  void displaced(List<Delivery> lost) {
    for (LiveSubscription one : byTrack.values()) {
      if (lost.contains(one)) {
        one.stop();
      }
    }
  }

  /** Sections were answered: placed subscriptions begin. */
  void start(Map<String, Answer.Agreed> agreed) {
    for (LiveSubscription one : byTrack.values()) {
      if (one.placed()) {
        one.start(subscriber.leg(), agreed);
        if (one.track().firstSubscriber()) {
          one.track().publisher().send(Responses.subscribed(one.track().sid()));
        }
      }
    }
  }

  /** How many of a kind have no section. */
  int waiting(String kind) {
    return (int)
        byTrack.values().stream().filter(one -> one.waiting() && one.kind().equals(kind)).count();
  }

  private boolean place(LiveSubscription one, Sections sections) {
    String mime = one.track().mime();
    if (!sections.canCarry(one.kind(), mime)) {
      one.unsupported();
      subscriber.send(
          Responses.subscriptionFailed(one.track().sid(), SubscriptionError.SE_CODEC_UNSUPPORTED));
      return false;
    }
    Section section = sections.place(one, mime);
    if (section == null) {
      return false;
    }
    one.place(section.mid(), newSsrc(), newSsrc());
    return true;
  }

  /** Compares what is with what should be. */
  private void judge(LiveSubscription one) {
    LiveParticipant publisher = one.track().publisher();
    boolean permitted = publisher.permits(subscriber, one.track());
    boolean allowed = permitted && subscriber.grants().canSubscribe();
    boolean told = one.allowed();
    one.allowed(allowed);
    if (one.newlyWanted()) {
      subscriber.send(Responses.permission(publisher.sid(), one.track().sid(), true));
      subscriber.negotiator().want(NEW);
    } else if (!permitted && told) {
      subscriber.send(Responses.permission(publisher.sid(), one.track().sid(), false));
    }
    if (!one.wanted()) {
      stop(one);
    }
  }

  private void stop(LiveSubscription one) {
    if (one.placed()) {
      one.stop();
      subscriber.negotiator().sections().release(one);
      subscriber.negotiator().want(FREED);
      subscriber.room().speakers().hide(one.track().publisher(), subscriber);
    }
  }

  /** None comes twice within 2³²: an odd step visits all numbers. */
  private int newSsrc() {
    lastSsrc += SSRC_STEP;
    return lastSsrc == 0 ? newSsrc() : lastSsrc;
  }
}
