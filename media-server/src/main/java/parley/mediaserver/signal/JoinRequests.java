package parley.mediaserver.signal;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import livekit.LivekitRtc.JoinRequest;
import livekit.LivekitRtc.WrappedJoinRequest;

/** Decodes the {@code join_request} parameter of {@code /rtc/v1}. */
public final class JoinRequests {
  private JoinRequests() {}

  /** A parameter that is no join request; the message is what LiveKit answers. */
  public static final class Undecodable extends Exception {
    Undecodable(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Base64 (padded, either alphabet) of a WrappedJoinRequest.
   *
   * @param tracks how many there are to receive in the room
   * @throws Undecodable when it is not
   */
  public static JoinRequest decode(String parameter, int tracks) throws Undecodable {
    byte[] bytes = base64(parameter);
    int descriptionBytes = SignalLimits.descriptionBytes(tracks);
    try {
      check(bytes, WrappedJoinRequest.getDescriptor(), descriptionBytes);
      WrappedJoinRequest wrapped = WrappedJoinRequest.parseFrom(bytes);
      ByteString inner = wrapped.getJoinRequest();
      return switch (wrapped.getCompression()) {
        case NONE -> required(inner.toByteArray(), descriptionBytes);
        case GZIP -> required(inflate(inner, descriptionBytes), descriptionBytes);
        case UNRECOGNIZED -> throw new Undecodable("unknown compression of join request");
      };
    } catch (InvalidProtocolBufferException e) {
      throw new Undecodable("cannot unmarshal wrapped join request");
    }
  }

  private static JoinRequest required(byte[] bytes, int descriptionBytes)
      throws Undecodable, InvalidProtocolBufferException {
    if (bytes.length == 0) {
      throw new Undecodable("join_request is required");
    }
    if (bytes.length > SignalLimits.messageBytes(descriptionBytes)) {
      throw new Undecodable("join request is too large");
    }
    boolean unknownValues =
        check(bytes, JoinRequest.getDescriptor(), descriptionBytes).unknownValues();
    JoinRequest.Builder request = JoinRequest.newBuilder().mergeFrom(bytes);
    if (unknownValues) {
      KnownValues.only(request);
    }
    return request.build();
  }

  private static SignalCheck.Result check(byte[] bytes, Descriptor type, int descriptionBytes)
      throws Undecodable, InvalidProtocolBufferException {
    try {
      return SignalCheck.check(bytes, type, descriptionBytes);
    } catch (SignalCheck.Exceeded e) {
      throw new Undecodable("join request is too large: " + e.getMessage());
    }
  }

  private static byte[] base64(String parameter) throws Undecodable {
    if (parameter.isEmpty()) {
      throw new Undecodable("join_request is required");
    }
    String urlSafe = parameter.replace('+', '-').replace('/', '_');
    try {
      if (urlSafe.length() % 4 == 0) {
        return Base64.getUrlDecoder().decode(urlSafe);
      }
    } catch (IllegalArgumentException e) {
      // falls through to the refusal
    }
    throw new Undecodable("cannot base64 decode wrapped join request");
  }

  private static byte[] inflate(ByteString compressed, int descriptionBytes) throws Undecodable {
    if (compressed.isEmpty()) {
      return new byte[0];
    }
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(compressed.toByteArray()))) {
      return in.readNBytes(SignalLimits.messageBytes(descriptionBytes) + 1);
    } catch (IOException e) {
      throw new Undecodable("cannot read decompressed join request");
    }
  }
}
