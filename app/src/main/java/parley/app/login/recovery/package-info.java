/**
 * How somebody keeps or gets back what they log in with: choosing a password, the link for who
 * forgot it, and another e-mail address.
 */
@NullMarked
package parley.app.login.recovery;

import org.jspecify.annotations.NullMarked;
