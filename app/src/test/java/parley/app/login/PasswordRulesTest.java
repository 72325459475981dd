package parley.app.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import parley.app.shared.Refusal;

class PasswordRulesTest {
  private final PasswordRules rules = new PasswordRules(new BreachedPasswords());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "seven77",
        "😀😀😀😀😀😀😀",
        "password",
        "PassWord",
        "12345678",
        "qwertyuiop",
        "iloveyou",
        "trustno1",
        "xxxxxxxxxxxx",
        "ada@example.org",
        "Ada@Example.org",
        "ada.lovelace"
      })
  void refusesWhatAttackersTryFirst(String password) {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> rules.check(password, "ada@example.org", "Ada.Lovelace"));
    assertThat(refusal.code()).isEqualTo("weak_password");
    assertThat(refusal.status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"mellow pond 42", "tr4vel-kite", "пароль не простой", "🦊🐻🦁🐯🐨🐼🐸🐵"})
  void takesAnyOtherOfEightCharacters(String password) {
    assertThatCode(() -> rules.check(password, "ada@example.org")).doesNotThrowAnyException();
  }
}
