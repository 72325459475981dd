package parley.mediaserver.signal;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;

/**
 * Reads values of enums that we do not know, from later clients, as absent. Protobuf keeps them,
 * and throws where they are set again.
 */
final class KnownValues {
  private KnownValues() {}

  /** Removes unknown values from a message and its parts. */
  static void only(Message.Builder message) {
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      FieldDescriptor field = entry.getKey();
      switch (field.getJavaType()) {
        case ENUM -> values(message, field, entry.getValue());
        case MESSAGE -> parts(message, field);
        default -> {
          // has no values to know
        }
      }
    }
  }

  private static void values(Message.Builder message, FieldDescriptor field, Object value) {
    if (field.isRepeated()) {
      message.setField(field, ((List<?>) value).stream().filter(KnownValues::known).toList());
    } else if (!known(value)) {
      message.clearField(field);
    }
  }

  private static void parts(Message.Builder message, FieldDescriptor field) {
    if (field.isMapField()) {
      return; // from text to text
    }
    if (!field.isRepeated()) {
      only(message.getFieldBuilder(field));
      return;
    }
    for (int i = 0; i < message.getRepeatedFieldCount(field); i++) {
      only(message.getRepeatedFieldBuilder(field, i));
    }
  }

  private static boolean known(Object value) {
    EnumValueDescriptor named = (EnumValueDescriptor) value;
    return named.getType().findValueByNumber(named.getNumber()) != null;
  }
}
