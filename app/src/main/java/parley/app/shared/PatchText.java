package parley.app.shared;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A text in the body of a PATCH, which may be left out (it stays as it is), null or blank (it is
 * removed), or given; as in RFC 7396.
 *
 * @param value without spaces around it; null for one that is left out or removed
 */
@JsonDeserialize(using = PatchText.Reader.class)
@Schema(type = "string", nullable = true, description = "null or empty removes it")
public record PatchText(boolean isThere, @Nullable String value) {
  /** It is not in the body. */
  public static final PatchText LEFT_OUT = new PatchText(false, null);

  /** It is in the body as null or as nothing but spaces. */
  public static final PatchText REMOVED = new PatchText(true, null);

  /** It is in the body. */
  public static PatchText of(String text) {
    return text.isBlank() ? REMOVED : new PatchText(true, text.strip());
  }

  /** What holds afterwards, given what held before. */
  public Optional<String> over(@Nullable String before) {
    return Optional.ofNullable(isThere ? value : before);
  }

  /** Jackson asks for the absent value where the body has no such name. */
  static final class Reader extends ValueDeserializer<PatchText> {
    @Override
    public PatchText deserialize(JsonParser parser, DeserializationContext context) {
      if (!parser.currentToken().isScalarValue()) {
        return (PatchText) context.handleUnexpectedToken(PatchText.class, parser);
      }
      return of(context.readValue(parser, String.class));
    }

    @Override
    public PatchText getNullValue(DeserializationContext context) {
      return REMOVED;
    }

    @Override
    public PatchText getAbsentValue(DeserializationContext context) {
      return LEFT_OUT;
    }
  }
}
