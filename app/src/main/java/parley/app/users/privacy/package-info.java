/**
 * What people may ask of us about themselves: everything in one archive, and to be forgotten. The
 * rooms do the work, each for its own tables, by {@link parley.app.shared.PersonalData}.
 */
@NullMarked
package parley.app.users.privacy;

import org.jspecify.annotations.NullMarked;
