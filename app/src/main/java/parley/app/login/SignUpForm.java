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
 */
record SignUpForm(
    @Nullable String email,
    @Nullable String password,
    @Nullable String fullName,
    @Nullable String displayName) {

  /** The form with every field in its own type. */
  record Checked(
      EmailAddress email, String password, Optional<PersonName> fullName, PersonName displayName) {
    @Override
    public String toString() {
      return "Checked[…]";
    }
  }

  /** Refuses with 400 {@code invalid_request}, naming every wrong field. */
  Checked check() {
    List<FieldError> errors = new ArrayList<>();
    Optional<EmailAddress> address = EmailAddress.parse(or(email, ""));
    if (address.isEmpty()) {
      errors.add(new FieldError("email", "Please enter a valid e-mail address."));
    }
    if (password == null || password.isEmpty()) {
      errors.add(new FieldError("password", "Please choose a password."));
    }
    String full = or(fullName, "");
    Optional<PersonName> fullParsed = PersonName.parse(full);
    if (fullParsed.isEmpty() && !full.isBlank()) {
      errors.add(new FieldError("fullName", PersonName.RULE));
    }
    String display = or(displayName, "");
    Optional<PersonName> shown = display.isBlank() ? fullParsed : PersonName.parse(display);
    if (shown.isEmpty() && errors.stream().noneMatch(error -> error.field().equals("fullName"))) {
      errors.add(new FieldError("displayName", PersonName.RULE));
    }
    if (!errors.isEmpty()) {
      throw Refusal.invalid(errors);
    }
    return new Checked(address.orElseThrow(), or(password, ""), fullParsed, shown.orElseThrow());
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }

  @Override
  public String toString() {
    return "SignUpForm[…]";
  }
}
