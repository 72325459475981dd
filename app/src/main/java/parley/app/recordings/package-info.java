/** What was recorded of meetings. */
@ApplicationModule(allowedDependencies = {"shared", "meetings"})
@NullMarked
package parley.app.recordings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
