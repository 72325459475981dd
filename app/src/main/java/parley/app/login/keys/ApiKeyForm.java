package parley.app.login.keys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import parley.app.shared.KeyScope;
import parley.app.shared.Refusal;
import parley.app.shared.Refusal.FieldError;
import parley.app.users.PersonName;

/**
 * What somebody says of a key they want.
 *
 * @param expiresAt null for one that holds until it is revoked
 */
record ApiKeyForm(
    @Nullable String name, @Nullable List<String> scopes, @Nullable Instant expiresAt) {

  /** The form with every field in its own type. */
  record Checked(String name, Set<KeyScope> scopes, @Nullable Instant expiresAt) {}

  /** Refuses with 400 {@code invalid_request}, naming every wrong field. */
  Checked check(Instant now) {
    List<FieldError> errors = new ArrayList<>();
    Optional<PersonName> checkedName = PersonName.parse(name == null ? "" : name);
    if (name == null || name.isBlank()) {
      errors.add(new FieldError("name", "Name the key after what it is for: 1 to 100 characters."));
    } else {
      PersonName.fault(name).ifPresent(fault -> errors.add(new FieldError("name", fault)));
    }
    Set<KeyScope> wanted = EnumSet.noneOf(KeyScope.class);
    for (String scope : scopes == null ? List.<String>of() : scopes) {
      KeyScope.of(String.valueOf(scope))
          .ifPresentOrElse(
              wanted::add, () -> errors.add(new FieldError("scopes", "There is no such scope.")));
    }
    if (wanted.isEmpty() && errors.stream().noneMatch(error -> error.field().equals("scopes"))) {
      errors.add(new FieldError("scopes", "Choose at least one thing the key may do."));
    }
    if (expiresAt != null && !expiresAt.isAfter(now)) {
      errors.add(new FieldError("expiresAt", "Choose a time that is still to come."));
    }
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return new Checked(checkedName.orElseThrow().value(), wanted, expiresAt);
  }
}
