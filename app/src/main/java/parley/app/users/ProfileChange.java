package parley.app.users;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import parley.app.shared.PatchText;
import parley.app.shared.Refusal;
import parley.app.shared.Refusal.FieldError;

/** What to change of a profile; see {@link PatchText} for what stays and what goes. */
record ProfileChange(
    PatchText fullName,
    PatchText displayName,
    PatchText phone,
    PatchText language,
    PatchText timeZone) {
  private static final String ZONE_RULE = "Choose a time zone from the list.";

  /** The whole profile afterwards. Refuses with 400 {@code invalid_request}, naming every field. */
  Profile over(User user) {
    List<FieldError> errors = new ArrayList<>();
    PersonName full =
        read(
            errors,
            "fullName",
            fullName.over(user.fullName()),
            PersonName::parse,
            ProfileChange::nameFault);
    PersonName display =
        read(
            errors,
            "displayName",
            Optional.of(displayName.over(user.displayName()).orElse("")),
            PersonName::parse,
            ProfileChange::nameFault);
    PhoneNumber number =
        read(
            errors,
            "phone",
            phone.over(user.phone()),
            PhoneNumber::parse,
            text -> PhoneNumber.RULE);
    LanguageTag tag =
        read(
            errors,
            "language",
            language.over(user.language()),
            LanguageTag::parse,
            text -> LanguageTag.RULE);
    String zoneBefore = user.timeZone() == null ? null : user.timeZone().getId();
    ZoneId zone =
        read(errors, "timeZone", timeZone.over(zoneBefore), ProfileChange::zone, text -> ZONE_RULE);
    if (display == null || !errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return new Profile(full, display, number, tag, zone);
  }

  private static <T> @Nullable T read(
      List<FieldError> errors,
      String field,
      Optional<String> text,
      Function<String, Optional<T>> parse,
      UnaryOperator<String> rule) {
    Optional<T> value = text.flatMap(parse);
    if (text.isPresent() && value.isEmpty()) {
      errors.add(new FieldError(field, rule.apply(text.get())));
    }
    return value.orElse(null);
  }

  private static String nameFault(String text) {
    return PersonName.fault(text).orElseThrow();
  }

  // Places only: no fixed offsets, and none of the names that are kept for old programs.
  private static Optional<ZoneId> zone(String name) {
    boolean place = name.equals("UTC") || name.contains("/") && !name.startsWith("SystemV/");
    return place && ZoneId.getAvailableZoneIds().contains(name)
        ? Optional.of(ZoneId.of(name))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "ProfileChange[…]";
  }
}
