package parley.app.login.factors;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import parley.app.shared.ClientAddress;
import parley.app.shared.Refusal;
import parley.app.shared.SignedInUser;
import parley.app.shared.StepUp;
import parley.app.users.PersonName;
import parley.app.users.Users;
import tools.jackson.databind.JsonNode;

/** Everybody's own passkeys. */
@RestController
@RequestMapping("/api/v1/users/me/passkeys")
class PasskeyController {
  private final OwnPasskeys passkeys;
  private final PasskeyOptions options;
  private final PasskeyCeremonies ceremonies;
  private final Users users;

  PasskeyController(
      OwnPasskeys passkeys, PasskeyOptions options, PasskeyCeremonies ceremonies, Users users) {
    this.passkeys = passkeys;
    this.options = options;
    this.ceremonies = ceremonies;
    this.users = users;
  }

  /**
   * @param name how its device calls itself; the maker's name goes before it
   * @param credential what {@code navigator.credentials.create} gave, as its JSON
   */
  record Add(@Nullable String name, @Nullable JsonNode credential) {}

  record Rename(@Nullable String name) {}

  @StepUp
  @PostMapping("/options")
  Map<String, Object> options(SignedInUser signedIn, HttpServletRequest request) {
    var user = users.find(signedIn.userId()).orElseThrow(Refusal::notLoggedIn);
    return options.creation(user, holder(signedIn), ClientAddress.of(request));
  }

  @StepUp
  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  PasskeyView add(SignedInUser user, @RequestBody Add add) {
    JsonNode credential = add.credential();
    if (credential == null) {
      throw Refusal.invalid("credential", "The passkey is missing.");
    }
    String name = name(add.name() == null || add.name().isBlank() ? "Passkey" : add.name());
    return PasskeyView.of(
        passkeys.keep(user.userId(), ceremonies.register(credential, holder(user)), name));
  }

  @PatchMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void rename(SignedInUser user, @PathVariable UUID id, @RequestBody Rename rename) {
    passkeys.rename(user.userId(), id, name(rename.name()));
  }

  @StepUp
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(SignedInUser user, @PathVariable UUID id) {
    passkeys.remove(user.userId(), id);
  }

  private static String name(@Nullable String name) {
    return PersonName.required("name", name == null ? "" : name).value();
  }

  private static String holder(SignedInUser user) {
    return "new passkey " + user.sessionId();
  }
}
