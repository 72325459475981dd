package parley.mediaserver.signal;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/**
 * Holds a message against {@link SignalLimits} as it stands in its frame, before anything is built
 * of it: linear in its bytes, and nothing is kept.
 */
final class SignalCheck {
  /** Fields of later clients that are skipped; nobody sends more at once. */
  private static final int MAX_UNKNOWN = 64;

  /** All there are in one message: a SyncState in a meeting of a hundred has some 1,500. */
  private static final int MAX_FIELDS = 4096;

  private final CodedInputStream in;
  private final int descriptionBytes;
  private int fields;
  private int unknownFields;
  private boolean unknownValues;

  private SignalCheck(byte[] frame, int descriptionBytes) {
    this.in = CodedInputStream.newInstance(frame);
    this.descriptionBytes = descriptionBytes;
  }

  /**
   * What was found.
   *
   * @param fields how many there are, at all depths and each in its repetitions
   * @param unknownValues whether some enum has a value we do not know
   */
  record Result(int fields, boolean unknownValues) {}

  /** Something is larger or more than it may be; the message says what. */
  static final class Exceeded extends Exception {
    Exceeded(String message) {
      super(message, null, false, false);
    }
  }

  /**
   * Looks through a frame.
   *
   * @throws Exceeded when a limit is passed
   * @throws InvalidProtocolBufferException when it is no protobuf message
   */
  static Result check(byte[] frame, Descriptor type, int descriptionBytes)
      throws Exceeded, InvalidProtocolBufferException {
    SignalCheck check = new SignalCheck(frame, descriptionBytes);
    try {
      check.message(type);
    } catch (InvalidProtocolBufferException e) {
      throw e;
    } catch (IOException e) { // bytes in memory have no other trouble
      throw new InvalidProtocolBufferException(e);
    }
    return new Result(check.fields, check.unknownValues);
  }

  private void message(Descriptor type) throws IOException, Exceeded {
    int[] counts = new int[type.getFields().size()];
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      count();
      FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
      int wire = WireFormat.getTagWireType(tag);
      if (field != null && wire == field.getLiteType().getWireType()) {
        value(field, counts);
      } else if (field != null
          && field.isPackable()
          && wire == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
        packed(field, counts);
      } else {
        skip(type, tag);
      }
    }
  }

  private void count() throws Exceeded {
    if (++fields > MAX_FIELDS) {
      throw new Exceeded("the message has more than " + MAX_FIELDS + " fields");
    }
  }

  private void skip(Descriptor type, int tag) throws IOException, Exceeded {
    if (++unknownFields > MAX_UNKNOWN) {
      throw new Exceeded(type.getName() + " has too many unknown fields");
    }
    if (!in.skipField(tag)) {
      throw new InvalidProtocolBufferException("a group ends that did not begin");
    }
  }

  private void packed(FieldDescriptor field, int[] counts) throws IOException, Exceeded {
    int outer = in.pushLimit(in.readRawVarint32());
    while (in.getBytesUntilLimit() > 0) {
      count();
      value(field, counts);
    }
    in.popLimit(outer);
  }

  private void value(FieldDescriptor field, int[] counts) throws IOException, Exceeded {
    FieldLimit limit = SignalLimits.of(field);
    // The members of a oneof count together, as its first one: the last would replace the others.
    FieldDescriptor counted =
        field.getContainingOneof() == null ? field : field.getContainingOneof().getField(0);
    if (++counts[counted.getIndex()] > limit.count()) {
      throw new Exceeded(
          limit.count() == 1
              ? name(field) + " stands more than once"
              : name(field) + " has more than " + limit.count() + " entries");
    }
    if (field.getJavaType() == JavaType.MESSAGE) {
      int outer = in.pushLimit(size(field, limit));
      message(field.getMessageType());
      in.popLimit(outer);
    } else if (WireFormat.WIRETYPE_LENGTH_DELIMITED == field.getLiteType().getWireType()) {
      in.skipRawBytes(size(field, limit));
    } else {
      number(field, limit);
    }
  }

  private int size(FieldDescriptor field, FieldLimit limit) throws IOException, Exceeded {
    int size = in.readRawVarint32();
    long most =
        limit.kind() == FieldLimit.Kind.BYTES
            ? limit.high()
            : field.getJavaType() == JavaType.MESSAGE
                ? SignalLimits.messageBytes(descriptionBytes)
                : descriptionBytes;
    if (size > most) {
      throw new Exceeded(name(field) + " is longer than " + most + " bytes");
    }
    return size;
  }

  private void number(FieldDescriptor field, FieldLimit limit) throws IOException, Exceeded {
    long raw = in.readRawVarint64();
    if (limit.kind() == FieldLimit.Kind.KNOWN) {
      unknownValues |= field.getEnumType().findValueByNumber((int) raw) == null;
      return;
    }
    long value =
        switch (field.getType()) {
          case UINT32 -> Integer.toUnsignedLong((int) raw);
          case INT32 -> (int) raw;
          case BOOL -> raw == 0 ? 0 : 1;
          default -> raw;
        };
    if (value < limit.low() || value > limit.high()) {
      throw new Exceeded(name(field) + " is not between " + limit.low() + " and " + limit.high());
    }
  }

  private static String name(FieldDescriptor field) {
    return field.getContainingType().getName() + "." + field.getName();
  }
}
