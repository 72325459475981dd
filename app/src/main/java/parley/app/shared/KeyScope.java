package parley.app.shared;

import java.util.Arrays;
import java.util.Optional;

/** What a personal API key may be given the right to do; no key may do anything else. */
public enum KeyScope {
  ACCOUNT_READ("account:read"),
  MEETINGS_READ("meetings:read"),
  MEETINGS_WRITE("meetings:write"),
  CHAT_READ("chat:read"),
  CHAT_WRITE("chat:write");

  private final String spelled;

  KeyScope(String spelled) {
    this.spelled = spelled;
  }

  /** As the API and the table spell it. */
  public String spelled() {
    return spelled;
  }

  /** The scope that is spelled so. */
  public static Optional<KeyScope> of(String spelled) {
    return Arrays.stream(values()).filter(scope -> scope.spelled.equals(spelled)).findFirst();
  }
}
