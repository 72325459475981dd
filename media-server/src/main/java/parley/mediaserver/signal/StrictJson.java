package parley.mediaserver.signal;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Looks through a JSON text before protobuf's own reader, which lets the last of two equal keys
 * win: doubled keys, {@code __proto__}, depth, masses of values and anything after the value are
 * refused here.
 */
final class StrictJson {
  private static final int MAX_DEPTH = 32;

  /** Names and values in one text: the reader after this one builds an object of each. */
  private static final int MAX_TOKENS = 20_000;

  private StrictJson() {}

  static boolean accepts(String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      reader.setNestingLimit(MAX_DEPTH);
      return reader.peek() == JsonToken.BEGIN_OBJECT && walk(reader);
    } catch (IOException | IllegalStateException | NumberFormatException e) {
      return false;
    }
  }

  private static boolean walk(JsonReader reader) throws IOException {
    Deque<Set<String>> open = new ArrayDeque<>();
    for (int tokens = 0; tokens < MAX_TOKENS; tokens++) {
      switch (reader.peek()) {
        case BEGIN_OBJECT -> {
          reader.beginObject();
          open.push(new HashSet<>());
        }
        case END_OBJECT -> {
          reader.endObject();
          open.pop();
        }
        case BEGIN_ARRAY -> reader.beginArray();
        case END_ARRAY -> reader.endArray();
        case NAME -> {
          String name = reader.nextName();
          if (name.equals("__proto__") || !open.getFirst().add(name)) {
            return false;
          }
        }
        case END_DOCUMENT -> {
          return true;
        }
        default -> reader.skipValue();
      }
    }
    return false;
  }
}
