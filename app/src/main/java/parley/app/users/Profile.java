package parley.app.users;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people say of themselves. All but the display name may be missing. */
public record Profile(
    @Nullable PersonName fullName,
    PersonName displayName,
    @Nullable PhoneNumber phone,
    @Nullable LanguageTag language,
    @Nullable ZoneId timeZone) {

  /** Every field by its name in JSON, as it is stored. */
  Map<String, @Nullable String> values() {
    Map<String, @Nullable String> values = new LinkedHashMap<>();
    values.put("fullName", text(fullName));
    values.put("displayName", text(displayName));
    values.put("phone", phone == null ? null : phone.value());
    values.put("language", language == null ? null : language.value());
    values.put("timeZone", text(timeZone));
    return values;
  }

  /** The names of the fields in which this one differs, as the JSON has them. */
  List<String> differenceFrom(User before) {
    Map<String, @Nullable String> old = new HashMap<>();
    old.put("fullName", before.fullName());
    old.put("displayName", before.displayName());
    old.put("phone", before.phone());
    old.put("language", before.language());
    old.put("timeZone", text(before.timeZone()));
    Map<String, @Nullable String> now = values();
    return now.keySet().stream()
        .filter(field -> !Objects.equals(now.get(field), old.get(field)))
        .toList();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  @Override
  public String toString() {
    return "Profile[…]";
  }
}
