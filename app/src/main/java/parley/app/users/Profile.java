package parley.app.users;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people say of themselves. All but the display name may be missing. */
public record Profile(
    @Nullable PersonName fullName,
    PersonName displayName,
    @Nullable PhoneNumber phone,
    @Nullable LanguageTag language,
    @Nullable ZoneId timeZone) {

  /** The names of the fields in which this one differs, as the JSON has them. */
  List<String> differenceFrom(User before) {
    List<String> fields = new ArrayList<>();
    note(fields, "fullName", text(fullName), before.fullName());
    note(fields, "displayName", text(displayName), before.displayName());
    note(fields, "phone", phone == null ? null : phone.value(), before.phone());
    note(fields, "language", language == null ? null : language.value(), before.language());
    note(fields, "timeZone", text(timeZone), text(before.timeZone()));
    return fields;
  }

  private static void note(
      List<String> fields, String name, @Nullable String now, @Nullable String before) {
    if (!Objects.equals(now, before)) {
      fields.add(name);
    }
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }

  @Override
  public String toString() {
    return "Profile[…]";
  }
}
