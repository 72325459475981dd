package parley.app.server.json;

import java.util.List;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;

/**
 * One reader for all JSON from outside: a key stands once, {@code __proto__} never, and nesting and
 * sizes are bounded. Types are never chosen by input.
 */
@Configuration(proxyBeanMethods = false)
public class JsonRules {
  private static final int DEPTH = 64;
  private static final int TEXT = 1 << 20;
  private static final int DIGITS = 100;

  @Bean
  JsonFactory jsonFactory(List<JsonFactoryBuilderCustomizer> customizers) {
    JsonFactoryBuilder builder = strict();
    customizers.forEach(customizer -> customizer.customize(builder));
    return new StrictJsonFactory(builder);
  }

  /** The same rules where Spring is not there. */
  public static JsonFactory strictFactory() {
    return new StrictJsonFactory(strict());
  }

  private static JsonFactoryBuilder strict() {
    return JsonFactory.builder()
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(TEXT)
                .maxNumberLength(DIGITS)
                .build());
  }
}
