package parley.app.server.json;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.SerializableString;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.sym.PropertyNameMatcher;
import tools.jackson.core.util.JsonParserDelegate;

/** Refuses a name that would poison an object of whoever reads the data in JavaScript later. */
final class NameChecker extends JsonParserDelegate {
  private static final String FORBIDDEN = "__proto__";

  NameChecker(JsonParser parser) {
    super(parser);
  }

  @Override
  public @Nullable JsonToken nextToken() {
    JsonToken token = delegate.nextToken();
    check();
    return token;
  }

  @Override
  public @Nullable JsonToken nextValue() {
    JsonToken token = delegate.nextValue();
    check();
    return token;
  }

  @Override
  public @Nullable String nextName() {
    String name = delegate.nextName();
    check();
    return name;
  }

  @Override
  public boolean nextName(SerializableString expected) {
    boolean found = delegate.nextName(expected);
    check();
    return found;
  }

  @Override
  public int nextNameMatch(PropertyNameMatcher matcher) {
    int found = delegate.nextNameMatch(matcher);
    check();
    return found;
  }

  @Override
  public JsonParser skipChildren() {
    JsonToken start = currentToken();
    if (start != JsonToken.START_OBJECT && start != JsonToken.START_ARRAY) {
      return this;
    }
    int open = 1;
    while (open > 0) {
      JsonToken token = nextToken();
      if (token == null) {
        return this;
      }
      open += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
    }
    return this;
  }

  private void check() {
    if (FORBIDDEN.equals(delegate.currentName())) {
      throw new StreamReadException(this, "the name " + FORBIDDEN + " is not accepted");
    }
  }
}
