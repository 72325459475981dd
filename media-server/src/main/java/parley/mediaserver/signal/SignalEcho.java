package parley.mediaserver.signal;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Set;
import livekit.LivekitRtc.AddTrackRequest;
import livekit.LivekitRtc.MuteTrackRequest;
import livekit.LivekitRtc.PublishDataTrackRequest;
import livekit.LivekitRtc.RequestResponse;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.UnpublishDataTrackRequest;
import livekit.LivekitRtc.UpdateLocalAudioTrack;
import livekit.LivekitRtc.UpdateLocalVideoTrack;
import livekit.LivekitRtc.UpdateParticipantMetadata;

/**
 * What of a request stands in the answer to it: the id by which its client knows it again, never
 * all that it said.
 */
public final class SignalEcho {
  private static final Set<String> IDS =
      Set.of("cid", "sid", "track_sid", "request_id", "pub_handle");

  private SignalEcho() {}

  /** The beginning of an answer to this request. */
  public static RequestResponse.Builder of(SignalRequest request) {
    RequestResponse.Builder answer = RequestResponse.newBuilder();
    return switch (request.getMessageCase()) {
      case ADD_TRACK ->
          answer.setAddTrack(AddTrackRequest.newBuilder().setCid(request.getAddTrack().getCid()));
      case MUTE -> answer.setMute(MuteTrackRequest.newBuilder().setSid(request.getMute().getSid()));
      case UPDATE_METADATA -> {
        int id = request.getUpdateMetadata().getRequestId();
        yield answer
            .setRequestId(id)
            .setUpdateMetadata(UpdateParticipantMetadata.newBuilder().setRequestId(id));
      }
      case UPDATE_AUDIO_TRACK ->
          answer.setUpdateAudioTrack(
              UpdateLocalAudioTrack.newBuilder()
                  .setTrackSid(request.getUpdateAudioTrack().getTrackSid()));
      case UPDATE_VIDEO_TRACK ->
          answer.setUpdateVideoTrack(
              UpdateLocalVideoTrack.newBuilder()
                  .setTrackSid(request.getUpdateVideoTrack().getTrackSid()));
      case PUBLISH_DATA_TRACK_REQUEST ->
          answer.setPublishDataTrack(
              PublishDataTrackRequest.newBuilder()
                  .setPubHandle(request.getPublishDataTrackRequest().getPubHandle()));
      case UNPUBLISH_DATA_TRACK_REQUEST ->
          answer.setUnpublishDataTrack(
              UnpublishDataTrackRequest.newBuilder()
                  .setPubHandle(request.getUnpublishDataTrackRequest().getPubHandle()));
      default -> answer;
    };
  }

  /** The same for a frame that is not read because something in it is too much. */
  static RequestResponse.Builder of(byte[] frame) {
    SignalRequest.Builder request = SignalRequest.newBuilder();
    try {
      CodedInputStream in = CodedInputStream.newInstance(frame);
      int number = WireFormat.getTagFieldNumber(in.readTag());
      FieldDescriptor which = SignalRequest.getDescriptor().findFieldByNumber(number);
      if (which != null && which.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        in.pushLimit(in.readRawVarint32());
        ids(in, request.getFieldBuilder(which));
      }
    } catch (IOException e) {
      return RequestResponse.newBuilder();
    }
    return of(request.build());
  }

  private static void ids(CodedInputStream in, Message.Builder into) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      int number = WireFormat.getTagFieldNumber(tag);
      FieldDescriptor field = into.getDescriptorForType().findFieldByNumber(number);
      if (field == null || !IDS.contains(field.getName())) {
        in.skipField(tag);
      } else if (field.getType() == FieldDescriptor.Type.UINT32) {
        into.setField(field, in.readUInt32());
      } else {
        byte[] text = in.readByteArray();
        if (text.length <= SignalLimits.of(field).high()) {
          into.setField(field, new String(text, java.nio.charset.StandardCharsets.UTF_8));
        }
      }
    }
  }
}
