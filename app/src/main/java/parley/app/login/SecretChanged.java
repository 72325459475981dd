package parley.app.login;

import java.util.UUID;

/** Something that somebody proves to be this user with was changed, added or removed. */
public interface SecretChanged {
  UUID userId();
}
