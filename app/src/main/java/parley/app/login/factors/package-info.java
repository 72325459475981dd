/**
 * What people prove themselves with besides a password: authenticator apps, recovery codes and
 * passkeys. It knows nothing of sessions; the room above it asks whether a code or a passkey is
 * right.
 */
@NullMarked
package parley.app.login.factors;

import org.jspecify.annotations.NullMarked;
