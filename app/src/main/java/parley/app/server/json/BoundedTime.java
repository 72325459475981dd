package parley.app.server.json;

import java.time.Instant;
import parley.app.shared.Times;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads the times of a request: as text, of the years that {@link Times} takes. */
final class BoundedTime extends StdScalarDeserializer<Instant> {
  BoundedTime() {
    super(Instant.class);
  }

  @Override
  public Instant deserialize(JsonParser parser, DeserializationContext context) {
    return Times.parse(parser.getValueAsString(""))
        .orElseThrow(() -> new UnfitValue(parser, Times.RULE));
  }
}
