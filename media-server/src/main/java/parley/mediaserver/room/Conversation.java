package parley.mediaserver.room;

import java.util.function.Supplier;
import livekit.LivekitModels.TrackInfo;
import livekit.LivekitRtc.MuteTrackRequest;
import livekit.LivekitRtc.RequestResponse;
import livekit.LivekitRtc.RequestResponse.Reason;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.UpdateLocalAudioTrack;
import livekit.LivekitRtc.UpdateParticipantMetadata;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import parley.mediaserver.signal.Incoming;
import parley.mediaserver.signal.SignalReceiver;
import parley.mediaserver.signal.SignalSink;

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
      try {
        hear(message);
      } catch (RuntimeException e) {
        log.error("signal message {} failed", message.request().getMessageCase(), e);
      } finally {
        done.run();
      }
    });
  }

  @Override
  public void lost() {
    LiveRoom where = room;
    if (where != null) {
      where.execute(this::signalLost);
    }
  }

  private void signalLost() {
    LiveParticipant who = speaker();
    if (who == null) {
      return;
    }
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

  private void hear(Incoming message) {
    LiveParticipant who = speaker();
    if (who == null) {
      return;
    }
    who.vitals().signalHeard(who.room().nanoTime());
    SignalRequest request = message.request();
    log.trace("{} says {}", who.sid(), request);
    switch (request.getMessageCase()) {
      case OFFER -> who.negotiator().offered(message.offer());
      case ADD_TRACK -> who.publications().add(request.getAddTrack());
      case MUTE -> mute(who, request.getMute());
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
      case UPDATE_METADATA -> metadata(who, request.getUpdateMetadata());
      case UPDATE_AUDIO_TRACK -> audio(who, request.getUpdateAudioTrack());
      case PUBLISH_DATA_TRACK_REQUEST ->
          respond(
              who,
              RequestResponse.newBuilder()
                  .setReason(Reason.NOT_ALLOWED)
                  .setPublishDataTrack(request.getPublishDataTrackRequest()));
      default -> {
        // a kind we do not know, or one that is safe to ignore
      }
    }
  }

  private static long now(LiveParticipant who) {
    return who.room().house().clock().millis();
  }

  private static void mute(LiveParticipant who, MuteTrackRequest request) {
    LiveTrack track = who.publications().find(request.getSid());
    if (track == null) {
      respond(who, RequestResponse.newBuilder().setReason(Reason.NOT_FOUND).setMute(request));
    } else {
      who.room().mute(track, request.getMuted());
    }
  }

  private static void metadata(LiveParticipant who, UpdateParticipantMetadata update) {
    RequestResponse.Builder response =
        RequestResponse.newBuilder().setRequestId(update.getRequestId()).setUpdateMetadata(update);
    if (!who.grants().canUpdateOwnMetadata()) {
      respond(
          who,
          response
              .setReason(Reason.NOT_ALLOWED)
              .setMessage("does not have permission to update own metadata"));
    } else if (!who.profile().change(update)) {
      respond(who, response.setReason(Reason.LIMIT_EXCEEDED));
    } else {
      who.room().changed(who);
      who.refreshToken();
      respond(who, response.setReason(Reason.OK));
    }
  }

  private static void audio(LiveParticipant who, UpdateLocalAudioTrack update) {
    LiveTrack track = who.publications().find(update.getTrackSid());
    if (track == null) {
      respond(
          who,
          RequestResponse.newBuilder().setReason(Reason.NOT_FOUND).setUpdateAudioTrack(update));
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
