package parley.mediaserver.signal;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import livekit.LivekitRtc.JoinRequest;
import livekit.LivekitRtc.WrappedJoinRequest;

/** Decodes the {@code join_request} parameter of {@code /rtc/v1}. */
public final class JoinRequests {
  /** An inflated request may not be larger: offers have some 20 kB. */
  static final int MAX_INFLATED_BYTES = 1024 * 1024;

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
   * @throws Undecodable when it is not
   */
  public static JoinRequest decode(String parameter) throws Undecodable {
    byte[] bytes = base64(parameter);
    try {
      WrappedJoinRequest wrapped = WrappedJoinRequest.parseFrom(bytes);
      ByteString inner = wrapped.getJoinRequest();
      return switch (wrapped.getCompression()) {
        case NONE -> required(inner.toByteArray());
        case GZIP -> required(inflate(inner));
        case UNRECOGNIZED -> throw new Undecodable("unknown compression of join request");
      };
    } catch (InvalidProtocolBufferException e) {
      throw new Undecodable("cannot unmarshal wrapped join request");
    }
  }

  private static JoinRequest required(byte[] bytes)
      throws Undecodable, InvalidProtocolBufferException {
    if (bytes.length == 0) {
      throw new Undecodable("join_request is required");
    }
    if (bytes.length > MAX_INFLATED_BYTES) {
      throw new Undecodable("join request is too large");
    }
    return JoinRequest.parseFrom(bytes);
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

  private static byte[] inflate(ByteString compressed) throws Undecodable {
    if (compressed.isEmpty()) {
      return new byte[0];
    }
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(compressed.toByteArray()))) {
      return in.readNBytes(MAX_INFLATED_BYTES + 1);
    } catch (IOException e) {
      throw new Undecodable("cannot read decompressed join request");
    }
  }
}
