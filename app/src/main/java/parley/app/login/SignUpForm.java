package parley.app.login;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import parley.app.shared.Refusal;
import parley.app.shared.Refusal.FieldError;
import parley.app.users.EmailAddress;
import parley.app.users.PersonName;

/**
 * What somebody writes to become a user.
 *
 * @param fullName may be left out
 * @param displayName may be left out where there is a full name
 * @param invitation the token of an invitation, for who was sent one
 */
record SignUpForm(
    @Nullable String email,
    @Nullable String password,
    @Nullable String fullName,
    @Nullable String displayName,
    @Nullable String invitation) {

  /** The form with every field in its own type. */
  record Checked(
      EmailAddress email,
      String password,
      Optional<PersonName> fullName,
      PersonName displayName,
      Optional<String> invitation) {
    @Override
    public String toString() {
      return "Checked[…]";
    }
  }

  /** Refuses with 400 {@code invalid_request}, naming every wrong field. */
  Checked check() {
    Optional<EmailAddress> address = EmailAddress.parse(text(email));
    Optional<PersonName> full = PersonName.parse(text(fullName));
    String shown = text(displayName).isBlank() ? text(fullName) : text(displayName);
    Optional<PersonName> display = PersonName.parse(shown);
    List<FieldError> errors = new ArrayList<>();
    note(errors, address.isEmpty(), "email", "Enter a valid e-mail address.");
    note(errors, text(password).isEmpty(), "password", "Choose a password.");
    if (!text(fullName).isBlank()) {
      noteName(errors, "fullName", text(fullName));
    }
    noteName(errors, "displayName", shown);
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return new Checked(
        address.orElseThrow(),
        text(password),
        full,
        display.orElseThrow(),
        Optional.of(text(invitation)).filter(token -> !token.isEmpty()));
  }

  private static void note(List<FieldError> errors, boolean wrong, String field, String sentence) {
    if (wrong) {
      errors.add(new FieldError(field, sentence));
    }
  }

  private static void noteName(List<FieldError> errors, String field, String name) {
    PersonName.fault(name).ifPresent(fault -> errors.add(new FieldError(field, fault)));
  }

  private static String text(@Nullable String field) {
    return field == null ? "" : field;
  }

  @Override
  public String toString() {
    return "SignUpForm[…]";
  }
}
