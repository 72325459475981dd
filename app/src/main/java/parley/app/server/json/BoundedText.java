package parley.app.server.json;

import jakarta.validation.constraints.Size;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.app.shared.PlainText;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads the texts of a request, so that whatever is normalised, hashed or compared later has an
 * end: {@link #USUAL} characters, or more where the field says so by {@link Size}.
 */
final class BoundedText extends StdScalarDeserializer<String> {
  /** In code points; a password's limit as well. */
  static final int USUAL = 1024;

  private final int longest;

  BoundedText() {
    this(USUAL);
  }

  private BoundedText(int longest) {
    super(String.class);
    this.longest = longest;
  }

  // Of a list, the size is how many it has.
  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty field) {
    Size size =
        field == null || !field.getType().hasRawClass(String.class)
            ? null
            : field.getAnnotation(Size.class);
    return size == null || size.max() == Integer.MAX_VALUE
        ? this
        : new BoundedText(Math.max(USUAL, size.max()));
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) {
    String text = StringDeserializer.instance.deserialize(parser, context);
    if (text.codePointCount(0, text.length()) > longest) {
      throw new UnfitValue(
          parser, String.format(Locale.ROOT, "Use at most %,d characters here.", longest));
    }
    // Neither a row nor a hash nor another program can have them.
    Optional<String> fault = PlainText.faultOfText("This", text);
    if (fault.isPresent()) {
      throw new UnfitValue(parser, fault.get());
    }
    return text;
  }
}
