package parley.mediaserver;

import livekit.LivekitModels.DisconnectReason;
import livekit.LivekitRtc.LeaveRequest;
import livekit.LivekitRtc.MuteTrackRequest;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SubscriptionPermission;
import livekit.LivekitRtc.UpdateParticipantMetadata;
import livekit.LivekitRtc.UpdateSubscription;
import livekit.LivekitRtc.UpdateTrackSettings;

/** Messages clients send. */
final class Requests {
  private Requests() {}

  static SignalRequest.Builder mute(String trackSid, boolean muted) {
    return SignalRequest.newBuilder()
        .setMute(MuteTrackRequest.newBuilder().setSid(trackSid).setMuted(muted));
  }

  static SignalRequest.Builder leave() {
    return SignalRequest.newBuilder()
        .setLeave(LeaveRequest.newBuilder().setReason(DisconnectReason.CLIENT_INITIATED));
  }

  static SignalRequest.Builder ping() {
    return SignalRequest.newBuilder().setPing(1);
  }

  static SignalRequest.Builder subscribe(String trackSid, boolean subscribe) {
    return SignalRequest.newBuilder()
        .setSubscription(
            UpdateSubscription.newBuilder().addTrackSids(trackSid).setSubscribe(subscribe));
  }

  static SignalRequest.Builder size(String trackSid, int width, int height) {
    return SignalRequest.newBuilder()
        .setTrackSetting(
            UpdateTrackSettings.newBuilder()
                .addTrackSids(trackSid)
                .setWidth(width)
                .setHeight(height));
  }

  static SignalRequest.Builder disabled(String trackSid, boolean disabled) {
    return SignalRequest.newBuilder()
        .setTrackSetting(
            UpdateTrackSettings.newBuilder().addTrackSids(trackSid).setDisabled(disabled));
  }

  static SignalRequest.Builder everybodyMaySubscribe(boolean everybody) {
    return SignalRequest.newBuilder()
        .setSubscriptionPermission(
            SubscriptionPermission.newBuilder().setAllParticipants(everybody));
  }

  static SignalRequest.Builder rename(String name) {
    return SignalRequest.newBuilder()
        .setUpdateMetadata(
            UpdateParticipantMetadata.newBuilder()
                .setName(name)
                .putAttributes("k", "v")
                .setRequestId(7));
  }
}
