/** Further rooms of a meeting, for a while. */
@ApplicationModule(allowedDependencies = {"shared", "meetings"})
@NullMarked
package parley.app.breakouts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
