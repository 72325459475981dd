/**
 * How people prove who they are: sign-up, passwords, sessions, the first administrator's link and
 * the proof of an e-mail address. It knows secrets only by their hashes.
 */
@ApplicationModule(allowedDependencies = {"shared", "users", "mail"})
@NullMarked
package parley.app.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
