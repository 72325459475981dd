/**
 * Personal API keys: secrets by which a program acts for a user, each with a name, with scopes that
 * bound what it may do, and revocable at once.
 */
@NullMarked
package parley.app.login.keys;

import org.jspecify.annotations.NullMarked;
