package parley.mediaserver.signal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import livekit.LivekitRtc.JoinRequest;
import livekit.LivekitRtc.SignalRequest;
import livekit.LivekitRtc.SignalResponse;
import livekit.LivekitRtc.WrappedJoinRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import parley.mediaserver.SignalOutbound;

/** Walks every field of every message a client can send, as deep as they go. */
class SignalLimitsTest {
  private static final int UNKNOWN_FIELD = 1000;
  private static final int UNKNOWN_VALUE = 99;

  /** A field, and the fields that lead to its message from the one that is sent. */
  record Place(Descriptor root, List<FieldDescriptor> way, FieldDescriptor field) {
    @Override
    public String toString() {
      return field.getFullName();
    }
  }

  static Stream<Place> places() {
    List<Place> places = new ArrayList<>();
    Set<Descriptor> seen = new HashSet<>();
    walk(SignalRequest.getDescriptor(), SignalRequest.getDescriptor(), List.of(), seen, places);
    walk(JoinRequest.getDescriptor(), JoinRequest.getDescriptor(), List.of(), seen, places);
    return places.stream();
  }

  private static void walk(
      Descriptor root,
      Descriptor message,
      List<FieldDescriptor> way,
      Set<Descriptor> seen,
      List<Place> places) {
    if (!seen.add(message)) {
      return;
    }
    for (FieldDescriptor field : message.getFields()) {
      places.add(new Place(root, way, field));
      if (field.getJavaType() == JavaType.MESSAGE) {
        List<FieldDescriptor> further = new ArrayList<>(way);
        further.add(field);
        walk(root, field.getMessageType(), further, seen, places);
      }
    }
  }

  @Test
  void everyFieldHasALimitAndNoLimitIsLeftOver() {
    Set<String> walked = new TreeSet<>(places().map(Place::toString).toList());
    WrappedJoinRequest.getDescriptor().getFields().forEach(it -> walked.add(it.getFullName()));
    assertThat(walked).hasSizeGreaterThan(150);
    assertThat(SignalLimits.fields().stream().map(FieldDescriptor::getFullName))
        .containsExactlyInAnyOrderElementsOf(walked);
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatIsWithinItsLimitIsRead(Place place) {
    FieldLimit limit = SignalLimits.of(place.field);
    int count = place.field.getContainingOneof() == null ? limit.count() : 1;
    assertThat(read(place, repeated(place.field, smallest(place.field, limit), count))).isNotNull();
    if (limit.kind() == FieldLimit.Kind.BYTES) {
      byte[] largest = filler(place.field, (int) limit.high());
      assertThat(read(place, repeated(place.field, largest, 1))).isNotNull();
    }
  }

  @ParameterizedTest
  @MethodSource("places")
  void whatIsBeyondItsLimitIsRefused(Place place) {
    FieldLimit limit = SignalLimits.of(place.field);
    byte[] small = smallest(place.field, limit);
    assertThat(read(place, repeated(place.field, small, limit.count() + 1))).isNull();
    switch (limit.kind()) {
      case BYTES -> refuses(place, filler(place.field, (int) limit.high() + 1));
      case DESCRIPTION -> {
        int most = SignalLimits.descriptionBytes(0);
        boolean part = place.field.getJavaType() == JavaType.MESSAGE;
        refuses(place, filler(place.field, (part ? SignalLimits.messageBytes(most) : most) + 1));
      }
      case RANGE -> {
        if (limit.low() != Long.MIN_VALUE && place.field.getJavaType() != JavaType.BOOLEAN) {
          refuses(place, varint(limit.high() + 1));
          refuses(place, varint(limit.low() - 1));
        }
      }
      case KNOWN -> {
        byte[] later = repeated(place.field, varint(UNKNOWN_VALUE), 1);
        assertThat(unknownValues(read(place, later))).isEmpty();
      }
    }
  }

  private void refuses(Place place, byte[] value) {
    assertThat(read(place, repeated(place.field, value, 1))).isNull();
  }

  /** Reads it as the running server does; null when it is refused. */
  private static @Nullable Message read(Place place, byte[] content) {
    byte[] whole = content;
    for (FieldDescriptor outer : place.way.reversed()) {
      whole = repeated(outer, sized(whole), 1);
    }
    return place.root == SignalRequest.getDescriptor() ? frame(whole) : joinRequest(whole);
  }

  private static @Nullable Message frame(byte[] frame) {
    List<Message> received = new ArrayList<>();
    List<String> ends = new ArrayList<>();
    Receiver receiver = new Receiver(received, ends);
    SignalTroubles troubles = new SignalTroubles();
    SignalQueue queue = new SignalQueue(new Nowhere(), Runnable::run, troubles);
    SignalRate rate = new SignalRate(() -> 0L);
    new SignalFrames(queue, receiver, rate, troubles).binary(frame);
    long told = troubles.counts().values().stream().mapToLong(Long::longValue).sum();
    assertThat(received.size() + told).as("read, or refused once: %s", ends).isEqualTo(1);
    return received.isEmpty() ? null : received.getFirst();
  }

  private static @Nullable Message joinRequest(byte[] request) {
    byte[] wrapped =
        WrappedJoinRequest.newBuilder()
            .setJoinRequest(ByteString.copyFrom(request))
            .build()
            .toByteArray();
    try {
      return JoinRequests.decode(Base64.getUrlEncoder().encodeToString(wrapped), 0);
    } catch (JoinRequests.Undecodable e) {
      assertThat(e).hasMessageContaining("too large");
      return null;
    }
  }

  private static Set<String> unknownValues(@Nullable Message message) {
    Set<String> unknown = new HashSet<>();
    if (message == null) {
      return unknown;
    }
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      List<?> values = entry.getValue() instanceof List<?> list ? list : List.of(entry.getValue());
      for (Object value : values) {
        if (value instanceof Message part) {
          unknown.addAll(unknownValues(part));
        } else if (value instanceof EnumValueDescriptor named
            && named.getNumber() == UNKNOWN_VALUE) {
          unknown.add(entry.getKey().getFullName());
        }
      }
    }
    return unknown;
  }

  private static byte[] repeated(FieldDescriptor field, byte[] value, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      out.writeBytes(varint((long) field.getNumber() << 3 | field.getLiteType().getWireType()));
      out.writeBytes(value);
    }
    return out.toByteArray();
  }

  private static byte[] smallest(FieldDescriptor field, FieldLimit limit) {
    return switch (limit.kind()) {
      case BYTES, DESCRIPTION -> sized(new byte[0]);
      case KNOWN -> varint(0);
      case RANGE -> varint(Math.max(0, limit.low()));
    };
  }

  /** A text, or a part with one field that nobody knows, of so many bytes. */
  private static byte[] filler(FieldDescriptor field, int size) {
    if (field.getJavaType() != JavaType.MESSAGE) {
      return sized("x".repeat(size).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    byte[] tag = varint(UNKNOWN_FIELD << 3 | 2);
    int rest = size - tag.length;
    int length = rest - CodedOutputStream.computeUInt32SizeNoTag(rest - 1);
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes(tag);
    part.writeBytes(varint(length));
    part.writeBytes(new byte[length]);
    return sized(part.toByteArray());
  }

  private static byte[] sized(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(varint(bytes.length));
    out.writeBytes(bytes);
    return out.toByteArray();
  }

  private static byte[] varint(long value) {
    byte[] bytes = new byte[CodedOutputStream.computeUInt64SizeNoTag(value)];
    try {
      CodedOutputStream.newInstance(bytes).writeUInt64NoTag(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes;
  }

  private record Receiver(List<Message> received, List<String> ends) implements SignalReceiver {
    @Override
    public void received(Incoming message, Runnable done) {
      received.add(message.request());
    }

    @Override
    public void expelled(SignalTrouble trouble, int code, String why) {
      ends.add(code + " " + why);
    }

    @Override
    public void lost() {}

    @Override
    public int tracks() {
      return 0;
    }
  }

  private static final class Nowhere implements SignalOutbound {
    @Override
    public void send(byte[] frame) {
      try {
        assertThat(SignalResponse.parseFrom(frame).getRequestResponse().getMessage()).isNotEmpty();
      } catch (com.google.protobuf.InvalidProtocolBufferException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void sendText(String frame) {}

    @Override
    public void close(int code, String reason) {}
  }
}
