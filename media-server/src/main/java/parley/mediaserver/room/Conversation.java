package parley.mediaserver.room;

import java.util.function.Supplier;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitRtc.RequestResponse;
import livekit.LivekitRtc.RequestResponse.Reason;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.UpdateLocalAudioTrack;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.mediaserver.negotiate.Offer;
import parley.mediaserver.signal.Incoming;
import parley.mediaserver.signal.SignalEcho;
import parley.mediaserver.signal.SignalReceiver;
import parley.mediaserver.signal.SignalSink;
import parley.mediaserver.signal.SignalTrouble;

/** Does what one session's messages ask for, on its room's thread. */
public final class Conversation implements SignalReceiver {
  private static final Logger log = LoggerFactory.getLogger(Conversation.class);

  private final @Nullable LiveRoom room;
  private final SignalSink sink;
  private @Nullable LiveParticipant participant;

  /** Begins with {@code entrance}; a conversation without a room hears nothing. */
  Conversation(
      @Nullable LiveRoom room, SignalSink sink, Supplier<@Nullable LiveParticipant> entrance) {
    this.room = room;
    this.sink = sink;
    if (room != null) {
      room.execute(() -> participant = entrance.get());
    }
  }

  @Override
  public void received(Incoming message, Runnable done) {
    LiveRoom where = room;
    if (where == null) {
      done.run();
      return;
    }
    where.execute(() -> {
      LiveParticipant who = speaker();
      if (who != null) {
        where.guard(who, () -> hear(who, message.request(), message.offer()));
      }
      done.run();
    });
  }

  @Override
  public void expelled(SignalTrouble trouble, int code, String why) {
    LiveRoom where = room;
    if (where == null) {
      sink.close(code, why);
    } else {
      where.execute(() -> expel(where, Departure.misbehaved(code, why)));
    }
  }

  @Override
  public int tracks() {
    LiveRoom where = room;
    return where == null ? 0 : where.mostTracks();
  }

  @Override
  public void lost() {
    LiveRoom where = room;
    if (where != null) {
      where.execute(() -> {
        LiveParticipant who = speaker();
        if (who != null) {
          where.guard(who, () -> signalLost(who));
        }
      });
    }
  }

  private void expel(LiveRoom where, Departure departure) {
    LiveParticipant who = speaker();
    if (who == null) {
      sink.close(departure.code(), departure.why());
      return;
    }
    log.info(
        "{} ({}) in {} is sent away: {}", who.sid(), who.identity(), where.name(), departure.why());
    where.guard(who, () -> where.remove(who, departure));
  }

  private static void signalLost(LiveParticipant who) {
    who.detach();
    who.vitals().signalLost(who.room().house().clock().instant());
    if (!who.active()) {
      who.room().remove(who, Departure.JOIN_FAILED);
    } else if (who.vitals().mediaClosedBefore(who.room().nanoTime())) {
      who.room().remove(who, Departure.LOST);
    }
  }

  /** The participant, as long as this session is the one it speaks over. */
  private @Nullable LiveParticipant speaker() {
    LiveParticipant who = participant;
    return who == null || who.gone() || !who.speaksOver(sink) ? null : who;
  }

  private static void hear(LiveParticipant who, SignalRequest request, @Nullable Offer offer) {
    who.vitals().signalHeard(who.room().nanoTime());
    log.trace("{} says {}", who.sid(), request.getMessageCase());
    switch (request.getMessageCase()) {
      case OFFER -> who.negotiator().offered(offer);
      case ADD_TRACK -> who.publications().add(request.getAddTrack());
      case MUTE -> mute(who, request);
      case SUBSCRIPTION -> who.subscriptions().wish(request.getSubscription());
      case TRACK_SETTING -> who.subscriptions().setting(request.getTrackSetting());
      case SUBSCRIPTION_PERMISSION -> {
        who.permissions().say(request.getSubscriptionPermission());
        who.room().participants().forEach(one -> one.subscriptions().judge(who));
      }
      case SYNC_STATE -> SyncStates.apply(who, request.getSyncState());
      case LEAVE -> who.room().remove(who, Departure.left(request.getLeave().getReason()));
      case PING -> who.send(Responses.pong(now(who)));
      case PING_REQ -> who.send(Responses.pong(request.getPingReq(), now(who)));
      case UPDATE_METADATA -> metadata(who, request);
      case UPDATE_AUDIO_TRACK -> audio(who, request);
      case PUBLISH_DATA_TRACK_REQUEST ->
          respond(who, SignalEcho.of(request).setReason(Reason.NOT_ALLOWED));
      default -> {
        // a kind we do not know, or one that is safe to ignore
      }
    }
  }

  private static long now(LiveParticipant who) {
    return who.room().house().clock().millis();
  }

  private static void mute(LiveParticipant who, SignalRequest request) {
    LiveTrack track = who.publications().find(request.getMute().getSid());
    if (track == null) {
      respond(who, SignalEcho.of(request).setReason(Reason.NOT_FOUND));
    } else {
      who.room().mute(track, request.getMute().getMuted());
    }
  }

  private static void metadata(LiveParticipant who, SignalRequest request) {
    RequestResponse.Builder response = SignalEcho.of(request);
    if (!who.grants().canUpdateOwnMetadata()) {
      respond(
          who,
          response
              .setReason(Reason.NOT_ALLOWED)
              .setMessage("does not have permission to update own metadata"));
    } else if (!who.profile().change(request.getUpdateMetadata())) {
      respond(who, response.setReason(Reason.LIMIT_EXCEEDED));
    } else {
      who.room().changed(who);
      who.refreshToken();
      respond(who, response.setReason(Reason.OK));
    }
  }

  private static void audio(LiveParticipant who, SignalRequest request) {
    UpdateLocalAudioTrack update = request.getUpdateAudioTrack();
    LiveTrack track = who.publications().find(update.getTrackSid());
    if (track == null) {
      respond(who, SignalEcho.of(request).setReason(Reason.NOT_FOUND));
      return;
    }
    TrackInfo before = track.info();
    track.features(update.getFeaturesList());
    if (track.announced() && !before.equals(track.info())) {
      who.room().changed(who);
    }
  }

  private static void respond(LiveParticipant who, RequestResponse.Builder response) {
    who.send(Responses.request(response));
  }
}
