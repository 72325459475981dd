/**
 * Who people are: the rows of {@code users}, with their names, role and status. Everything above
 * asks this room; it asks nobody. How somebody proves who they are is the business of {@code
 * login}.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package parley.app.users;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
