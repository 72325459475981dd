package parley.app.server.json;

import java.time.Instant;
import java.util.List;
import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.ByteArrayHttpMessageConverter;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.ResourceHttpMessageConverter;
import org.springframework.http.converter.ResourceRegionHttpMessageConverter;
import org.springframework.http.converter.StringHttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonFactoryBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

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
    JsonFactoryBuilder builder = JsonFactory.builder();
    customizers.forEach(customizer -> customizer.customize(builder));
    // Last: Spring's own customizer sets every limit that there is.
    return new StrictJsonFactory(strict(builder));
  }

  /**
   * What reads requests beside the mapper that reads and writes everything else: here every text
   * and every time has an end.
   */
  @Bean
  @Order(Ordered.LOWEST_PRECEDENCE)
  ServerHttpMessageConvertersCustomizer boundedRequests(JsonMapper mapper) {
    SimpleModule bounds =
        new SimpleModule("bounds")
            .addDeserializer(String.class, new BoundedText())
            .addDeserializer(Instant.class, new BoundedTime());
    JsonMapper bounded = mapper.rebuild().addModule(bounds).build();
    return converters ->
        converters
            .withJsonConverter(new JacksonJsonHttpMessageConverter(bounded))
            .configureMessageConvertersList(all -> all.removeIf(JsonRules::isAnotherFormat));
  }

  // Libraries bring readers of YAML and more along, none of which has any of these limits.
  private static boolean isAnotherFormat(HttpMessageConverter<?> converter) {
    return !(converter instanceof JacksonJsonHttpMessageConverter
        || converter instanceof StringHttpMessageConverter
        || converter instanceof ByteArrayHttpMessageConverter
        || converter instanceof ResourceHttpMessageConverter
        || converter instanceof ResourceRegionHttpMessageConverter);
  }

  /** The same rules where Spring is not there. */
  public static JsonFactory strictFactory() {
    return new StrictJsonFactory(strict(JsonFactory.builder()));
  }

  private static JsonFactoryBuilder strict(JsonFactoryBuilder builder) {
    return builder
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(TEXT)
                .maxNumberLength(DIGITS)
                .build());
  }
}
