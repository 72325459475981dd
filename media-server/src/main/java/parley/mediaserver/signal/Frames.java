package parley.mediaserver.signal;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import org.jspecify.annotations.Nullable;

/** Signal messages from and to frames; null for what is none. Unknown fields are skipped. */
final class Frames {
  private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer().omittingInsignificantWhitespace();

  private Frames() {}

  static @Nullable SignalRequest read(byte[] frame) {
    try {
      return SignalRequest.parseFrom(frame);
    } catch (InvalidProtocolBufferException e) {
      return null;
    }
  }

  static @Nullable SignalRequest readJson(String frame) {
    if (!StrictJson.accepts(frame)) {
      return null;
    }
    try {
      SignalRequest.Builder request = SignalRequest.newBuilder();
      PARSER.merge(frame, request);
      return request.build();
    } catch (InvalidProtocolBufferException e) {
      return null;
    }
  }

  static String json(SignalResponse response) {
    try {
      return PRINTER.print(response);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
