package parley.app.users;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A language people read, as a tag of RFC 5646: a language of ISO 639-1, with a script or a country
 * where that makes a difference, such as {@code de}, {@code pt-BR} or {@code zh-Hant}.
 */
public record LanguageTag(String value) {
  /** The rule in words, for whoever broke it. */
  public static final String RULE = "Choose a language from the list.";

  private static final Set<String> LANGUAGES =
      Arrays.stream(Locale.getISOLanguages()).collect(Collectors.toUnmodifiableSet());
  private static final Set<String> COUNTRIES =
      Arrays.stream(Locale.getISOCountries()).collect(Collectors.toUnmodifiableSet());

  /** The tag in {@code text} in its usual case; nothing when it names no language. */
  public static Optional<LanguageTag> parse(String text) {
    try {
      Locale locale = new Locale.Builder().setLanguageTag(text.strip()).build();
      boolean known =
          LANGUAGES.contains(locale.getLanguage())
              && (locale.getCountry().isEmpty() || COUNTRIES.contains(locale.getCountry()))
              && locale.getVariant().isEmpty()
              && !locale.hasExtensions();
      return known ? Optional.of(new LanguageTag(locale.toLanguageTag())) : Optional.empty();
    } catch (IllformedLocaleException none) {
      return Optional.empty();
    }
  }
}
