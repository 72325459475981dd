package parley.wire.sdp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks attributes up in a list that keeps their order. */
final class Attributes {
  private Attributes() {}

  static @Nullable String value(List<Attribute> attributes, String name) {
    for (Attribute attribute : attributes) {
      if (attribute.name().equals(name) && attribute.value() != null) {
        return attribute.value();
      }
    }
    return null;
  }

  static List<String> values(List<Attribute> attributes, String name) {
    List<String> found = new ArrayList<>();
    for (Attribute attribute : attributes) {
      if (attribute.name().equals(name) && attribute.value() != null) {
        found.add(attribute.value());
      }
    }
    return found;
  }

  static boolean has(List<Attribute> attributes, String name) {
    for (Attribute attribute : attributes) {
      if (attribute.name().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
