/**
 * Who may do what behind the counter: the rows of {@code admin_users} and the one table of
 * permissions. The staff pages themselves belong to the rooms they serve.
 */
@ApplicationModule(allowedDependencies = {"shared", "users"})
@NullMarked
package parley.app.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
