package parley.app.audit;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import parley.app.shared.AuditFields;

/** What an audit entry may say of before and after, as the rooms declare it. */
@Component
final class AllowedFields {
  private static final int LONGEST_VALUE = 64;

  private final Map<String, Set<String>> allowed;

  AllowedFields(List<AuditFields> declared) {
    this.allowed =
        declared.stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    AuditFields::entityType, AuditFields::names, AllowedFields::union));
  }

  private static Set<String> union(Set<String> some, Set<String> others) {
    return Stream.concat(some.stream(), others.stream()).collect(Collectors.toUnmodifiableSet());
  }

  /** The part of {@code values} that may be kept. */
  Map<String, Object> trim(String entityType, Map<String, Object> values) {
    Set<String> names = allowed.getOrDefault(entityType, Set.of());
    Map<String, Object> kept = new LinkedHashMap<>();
    values.forEach((name, value) -> {
      if (names.contains(name) && isHarmless(value)) {
        kept.put(name, plain(value));
      }
    });
    return kept;
  }

  // A word of an allowed field is short and no address; anything longer has strayed in.
  private static boolean isHarmless(Object value) {
    return switch (value) {
      case Number number -> true;
      case Boolean flag -> true;
      case UUID id -> true;
      case Temporal time -> true;
      case Enum<?> constant -> true;
      case String word -> word.length() <= LONGEST_VALUE && word.indexOf('@') < 0;
      case Collection<?> many -> many.stream().allMatch(AllowedFields::isHarmless);
      default -> false;
    };
  }

  private static Object plain(Object value) {
    return value instanceof Number || value instanceof Boolean || value instanceof Collection<?>
        ? value
        : value.toString();
  }
}
