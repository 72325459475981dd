package parley.mediaserver.signal;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import livekit.LivekitRtc.JoinRequest;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.WrappedJoinRequest;
import org.jspecify.annotations.Nullable;

/**
 * How much each field of each message from a client may hold: the one table of it. A field that is
 * not in it does not start the server. What clients send is below a quarter of each; LiveKit's own
 * limits (names 256, attributes and metadata 64 kB) are met.
 *
 * <p>A line is a message, or a field: {@code count x limit}, the count being 1 when not written.
 * The limit of a part is that of its bytes; its own fields stand under its name.
 */
final class SignalLimits {
  /** One offer or answer; Chromium writes 5 kB for a camera, and six of those at first. */
  private static final int DESCRIPTION_BYTES = 128 * 1024;

  /** What it may be longer for each track there is to receive. */
  private static final int DESCRIPTION_BYTES_A_TRACK = 8 * 1024;

  private static final int MAX_DESCRIPTION_BYTES = 896 * 1024;

  /** What a message may hold beside two descriptions (a SyncState has both). */
  private static final int OTHER_BYTES = 192 * 1024;

  private static final String TABLE =
      """
      SignalRequest
        offer                         description
        answer                        description
        trickle                       8192 bytes
        add_track                     8192 bytes
        mute                          128 bytes
        subscription                  65536 bytes
        track_setting                 65536 bytes
        leave                         8192 bytes
        update_layers                 1024 bytes
        subscription_permission       65536 bytes
        sync_state                    description
        simulate                      64 bytes
        ping                          any
        update_metadata               135168 bytes
        ping_req                      64 bytes
        update_audio_track            256 bytes
        update_video_track            128 bytes
        publish_data_track_request    512 bytes
        unpublish_data_track_request  16 bytes
        update_data_subscription      32768 bytes
      SessionDescription
        type                          16 bytes
        sdp                           description
        id                            any
        mid_to_track_id               512 x 128 bytes
      SessionDescription.MidToTrackIdEntry
        key                           16 bytes
        value                         64 bytes
      TrickleRequest
        candidateInit                 4096 bytes
        target                        known
        final                         flag
      AddTrackRequest
        cid                           256 bytes
        name                          256 bytes
        type                          known
        width                         0..16384
        height                        0..16384
        muted                         flag
        disable_dtx                   flag
        source                        known
        layers                        8 x 128 bytes
        simulcast_codecs              8 x 1024 bytes
        sid                           64 bytes
        stereo                        flag
        disable_red                   flag
        encryption                    known
        stream                        256 bytes
        backup_codec_policy           known
        audio_features                32 x known
        packet_trailer_features       16 x known
      VideoLayer
        quality                       known
        width                         0..16384
        height                        0..16384
        bitrate                       any
        ssrc                          any
        spatial_layer                 -1..16
        rid                           16 bytes
        repair_ssrc                   any
      SimulcastCodec
        codec                         64 bytes
        cid                           256 bytes
        layers                        8 x 128 bytes
        video_layer_mode              known
      MuteTrackRequest
        sid                           64 bytes
        muted                         flag
      UpdateSubscription
        track_sids                    1024 x 64 bytes
        subscribe                     flag
        participant_tracks            1024 x 8192 bytes
      ParticipantTracks
        participant_sid               64 bytes
        track_sids                    64 x 64 bytes
      UpdateTrackSettings
        track_sids                    1024 x 64 bytes
        disabled                      flag
        quality                       known
        width                         0..16384
        height                        0..16384
        fps                           any
        priority                      any
      LeaveRequest
        can_reconnect                 flag
        reason                        known
        action                        known
        regions                       4096 bytes
      RegionSettings
        regions                       16 x 1024 bytes
      RegionInfo
        region                        64 bytes
        url                           512 bytes
        distance                      any
      UpdateVideoLayers
        track_sid                     64 bytes
        layers                        8 x 128 bytes
      SubscriptionPermission
        all_participants              flag
        track_permissions             1024 x 4096 bytes
      TrackPermission
        participant_sid               64 bytes
        all_tracks                    flag
        track_sids                    64 x 64 bytes
        participant_identity          256 bytes
      SyncState
        answer                        description
        subscription                  65536 bytes
        publish_tracks                64 x 20480 bytes
        data_channels                 16 x 128 bytes
        offer                         description
        track_sids_disabled           1024 x 64 bytes
        datachannel_receive_states    1024 x 128 bytes
        publish_data_tracks           64 x 1024 bytes
      TrackPublishedResponse
        cid                           256 bytes
        track                         16384 bytes
      TrackInfo
        sid                           64 bytes
        type                          known
        name                          256 bytes
        muted                         flag
        width                         0..16384
        height                        0..16384
        simulcast                     flag
        disable_dtx                   flag
        source                        known
        layers                        8 x 128 bytes
        mime_type                     64 bytes
        mid                           16 bytes
        codecs                        8 x 2048 bytes
        stereo                        flag
        disable_red                   flag
        encryption                    known
        stream                        256 bytes
        version                       64 bytes
        audio_features                32 x known
        backup_codec_policy           known
        packet_trailer_features       16 x known
      SimulcastCodecInfo
        mime_type                     64 bytes
        mid                           16 bytes
        cid                           256 bytes
        layers                        8 x 128 bytes
        video_layer_mode              known
        sdp_cid                       256 bytes
      TimedVersion
        unix_micro                    any
        ticks                         any
      DataChannelInfo
        label                         64 bytes
        id                            any
        target                        known
      DataChannelReceiveState
        publisher_sid                 64 bytes
        last_seq                      any
      PublishDataTrackResponse
        info                          512 bytes
      DataTrackInfo
        pub_handle                    any
        sid                           64 bytes
        name                          256 bytes
        encryption                    known
      SimulateScenario
        speaker_update                any
        node_failure                  flag
        migration                     flag
        server_leave                  flag
        switch_candidate_protocol     known
        subscriber_bandwidth          any
        disconnect_signal_on_resume   flag
        disconnect_signal_on_resume_no_messages  flag
        leave_request_full_reconnect  flag
      UpdateParticipantMetadata
        metadata                      65536 bytes
        name                          1024 bytes
        attributes                    256 x 66048 bytes
        request_id                    any
      UpdateParticipantMetadata.AttributesEntry
        key                           256 bytes
        value                         65536 bytes
      Ping
        timestamp                     any
        rtt                           any
      UpdateLocalAudioTrack
        track_sid                     64 bytes
        features                      32 x known
      UpdateLocalVideoTrack
        track_sid                     64 bytes
        width                         0..16384
        height                        0..16384
      PublishDataTrackRequest
        pub_handle                    any
        name                          256 bytes
        encryption                    known
      UnpublishDataTrackRequest
        pub_handle                    any
      UpdateDataSubscription
        updates                       256 x 128 bytes
      UpdateDataSubscription.Update
        track_sid                     64 bytes
        subscribe                     flag
        options                       16 bytes
      DataTrackSubscriptionOptions
        target_fps                    any
      WrappedJoinRequest
        compression                   known
        join_request                  524288 bytes
      JoinRequest
        client_info                   4096 bytes
        connection_settings           64 bytes
        metadata                      65536 bytes
        participant_attributes        256 x 66048 bytes
        add_track_requests            16 x 8192 bytes
        publisher_offer               description
        reconnect                     flag
        reconnect_reason              known
        participant_sid               64 bytes
        sync_state                    description
      ClientInfo
        sdk                           known
        version                       256 bytes
        protocol                      any
        os                            256 bytes
        os_version                    256 bytes
        device_model                  256 bytes
        browser                       256 bytes
        browser_version               256 bytes
        address                       256 bytes
        network                       256 bytes
        other_sdks                    512 bytes
        client_protocol               any
        capabilities                  32 x known
      ConnectionSettings
        auto_subscribe                flag
        adaptive_stream               flag
        subscriber_allow_pause        flag
        disable_ice_lite              flag
        auto_subscribe_data_track     flag
      JoinRequest.ParticipantAttributesEntry
        key                           256 bytes
        value                         65536 bytes
      """;

  private static final Map<FieldDescriptor, FieldLimit> LIMITS = read();

  private SignalLimits() {}

  /** Every field there is a limit for. */
  static Set<FieldDescriptor> fields() {
    return LIMITS.keySet();
  }

  /** The most bytes of a description while there are so many tracks to receive. */
  static int descriptionBytes(int tracks) {
    long wanted = DESCRIPTION_BYTES + (long) tracks * DESCRIPTION_BYTES_A_TRACK;
    return (int) Math.min(wanted, MAX_DESCRIPTION_BYTES);
  }

  /** The most bytes of a message in which descriptions have so many. */
  static int messageBytes(int descriptionBytes) {
    return 2 * descriptionBytes + OTHER_BYTES;
  }

  /** The limit of a field of a message that clients send. */
  static FieldLimit of(FieldDescriptor field) {
    FieldLimit limit = LIMITS.get(field);
    if (limit == null) {
      throw new IllegalArgumentException("no limit for " + field.getFullName());
    }
    return limit;
  }

  private static Map<FieldDescriptor, FieldLimit> read() {
    Map<String, Descriptor> messages = new HashMap<>();
    collect(SignalRequest.getDescriptor(), messages);
    collect(WrappedJoinRequest.getDescriptor(), messages);
    collect(JoinRequest.getDescriptor(), messages);
    Map<FieldDescriptor, FieldLimit> limits = new HashMap<>();
    @Nullable Descriptor message = null;
    for (String line : TABLE.lines().toList()) {
      String text = line.strip();
      if (!line.startsWith(" ")) {
        message = messages.get("livekit." + text);
      } else if (message != null) {
        read(message, text, limits);
      }
    }
    messages.values().forEach(one -> requireAll(one, limits));
    return limits;
  }

  private static void read(
      Descriptor message, String line, Map<FieldDescriptor, FieldLimit> limits) {
    String[] words = line.split(" +", 2);
    FieldDescriptor field = message.findFieldByName(words[0]);
    if (field == null) {
      throw new IllegalStateException("no such field: " + message.getName() + " " + line);
    }
    String[] times = words[1].split(" x ", 2);
    int count = times.length == 2 ? Integer.parseInt(times[0]) : 1;
    limits.put(field, FieldLimit.read(count, times[times.length - 1]));
  }

  private static void requireAll(Descriptor message, Map<FieldDescriptor, FieldLimit> limits) {
    for (FieldDescriptor field : message.getFields()) {
      if (!limits.containsKey(field)) {
        throw new IllegalStateException("no limit for " + field.getFullName());
      }
    }
  }

  private static void collect(Descriptor message, Map<String, Descriptor> into) {
    if (into.putIfAbsent(message.getFullName(), message) == null) {
      message.getFields().stream()
          .filter(field -> field.getJavaType() == FieldDescriptor.JavaType.MESSAGE)
          .forEach(field -> collect(field.getMessageType(), into));
    }
  }
}
