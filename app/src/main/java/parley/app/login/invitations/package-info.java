/** Invitations to make an account, sent by staff to one address each. */
@NullMarked
package parley.app.login.invitations;

import org.jspecify.annotations.NullMarked;
