package parley.mediaserver.signal;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import livekit.LivekitRtc.RequestResponse;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;

/** Signal messages from and to frames. Unknown fields are skipped, unknown enum values left out. */
final class Frames {
  private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();
  private static final JsonFormat.Printer PRINTER =
      JsonFormat.printer().omittingInsignificantWhitespace();

  private Frames() {}

  /** What a frame turned out to be. */
  sealed interface Reading {
    /** A message within all limits; {@code fields} is how many it has, at all depths. */
    record Message(SignalRequest request, int fields) implements Reading {}

    /** Something in it is too much: nothing was read but the ids in the answer. */
    record Excessive(RequestResponse.Builder answer, String why) implements Reading {}

    /** No message. */
    record Malformed() implements Reading {}
  }

  static Reading read(byte[] frame, int descriptionBytes) {
    try {
      SignalCheck.Result found =
          SignalCheck.check(frame, SignalRequest.getDescriptor(), descriptionBytes);
      SignalRequest.Builder request = SignalRequest.newBuilder().mergeFrom(frame);
      if (found.unknownValues()) {
        KnownValues.only(request);
      }
      return new Reading.Message(request.build(), found.fields());
    } catch (SignalCheck.Exceeded e) {
      return new Reading.Excessive(SignalEcho.of(frame), String.valueOf(e.getMessage()));
    } catch (InvalidProtocolBufferException e) {
      return new Reading.Malformed();
    }
  }

  /**
   * JSON is turned into what the same message is in binary, and that is held against the limits.
   */
  static Reading readJson(String frame, int descriptionBytes) {
    if (!StrictJson.accepts(frame)) {
      return new Reading.Malformed();
    }
    try {
      SignalRequest.Builder request = SignalRequest.newBuilder();
      PARSER.merge(frame, request);
      return read(request.build().toByteArray(), descriptionBytes);
    } catch (InvalidProtocolBufferException e) {
      return new Reading.Malformed();
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
