package parley.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Compares the settings that the code knows with {@code deploy/parley.yaml} and {@code
 * docs/operate/settings.md}. In the file every setting is commented out with {@code #} and no
 * space; sentences have one.
 */
class SettingsFileTest {
  private static final Path FILE = Path.of("../deploy/parley.yaml");
  private static final Path PAGE = Path.of("../docs/operate/settings.md");

  /** Settings of Spring that an operator needs, and those read before the typed ones are there. */
  private static final List<String> OTHERS =
      List.of(
          "server.port",
          "server.address",
          "spring.datasource.url",
          "spring.datasource.username",
          "spring.datasource.password",
          "spring.flyway.user",
          "spring.flyway.password",
          "spring.mail.host",
          "spring.mail.port",
          "spring.mail.username",
          "spring.mail.password",
          "spring.mail.properties.mail.smtp.starttls.enable",
          "spring.mail.properties.mail.smtp.starttls.required",
          "spring.mail.protocol",
          "parley.database.binaries-dir",
          "parley.database.take-over",
          "logging.level.parley");

  @Test
  void theFileHasEverySettingAndNoOther() throws Exception {
    TreeSet<String> known = new TreeSet<>(OTHERS);
    known.addAll(settings().keySet());
    assertThat(new TreeSet<>(inFile().keySet())).isEqualTo(known);
  }

  @Test
  void theFileShowsTheDefaults() throws Exception {
    Map<String, Object> shown = inFile();
    for (Class<?> record : records()) {
      String prefix = prefix(record);
      Binder none = binder(Map.of());
      Map<String, Object> values = new LinkedHashMap<>();
      shown.forEach((key, value) -> {
        if (key.startsWith(prefix + ".") && !String.valueOf(value).isEmpty()) {
          values.put(key, value);
        }
      });
      assertThat(binder(values).bindOrCreate(prefix, record))
          .as("the values shown under %s are the defaults", prefix)
          .isEqualTo(none.bindOrCreate(prefix, record));
    }
  }

  @Test
  void thePageNamesEverySetting() throws Exception {
    String page = Files.readString(PAGE);
    assertThat(inFile().keySet()).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
  }

  private static Binder binder(Map<String, Object> values) {
    return new Binder(
        List.of(new MapConfigurationPropertySource(values)),
        null,
        ApplicationConversionService.getSharedInstance());
  }

  private static Map<String, Object> inFile() throws IOException {
    StringBuilder yaml = new StringBuilder();
    for (String line : Files.readAllLines(FILE)) {
      boolean setting = line.matches("#[a-z][a-z0-9.-]*:.*");
      yaml.append(setting ? line.substring(1) : "").append('\n');
    }
    byte[] bytes = yaml.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Map<String, Object> values = new LinkedHashMap<>();
    for (PropertySource<?> source :
        new YamlPropertySourceLoader().load("file", new ByteArrayResource(bytes))) {
      for (String name : ((EnumerablePropertySource<?>) source).getPropertyNames()) {
        Object value = source.getProperty(name);
        values.put(name.replaceAll("\\[\\d+]$", ""), value == null ? "" : value);
      }
    }
    return values;
  }

  private static Map<String, RecordComponent> settings() {
    Map<String, RecordComponent> all = new LinkedHashMap<>();
    records().forEach(record -> collect(prefix(record), record, all));
    return all;
  }

  private static void collect(String prefix, Class<?> record, Map<String, RecordComponent> all) {
    for (RecordComponent component : record.getRecordComponents()) {
      String key =
          prefix
              + "."
              + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
      boolean nested =
          component.getType().isRecord() && component.getType().getEnclosingClass() == record;
      if (nested) {
        collect(key, component.getType(), all);
      } else {
        all.put(key, component);
      }
    }
  }

  private static String prefix(Class<?> record) {
    return java.util.Objects.requireNonNull(record.getAnnotation(ConfigurationProperties.class))
        .value();
  }

  private static List<Class<?>> records() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
    List<Class<?>> records = new ArrayList<>();
    Stream.of("parley.app")
        .flatMap(name -> scanner.findCandidateComponents(name).stream())
        .map(bean -> String.valueOf(bean.getBeanClassName()))
        .sorted()
        .forEach(name -> records.add(load(name)));
    return records;
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
