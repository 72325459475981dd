/** Articles that staff write for everybody: posts, answers, announcements. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package parley.app.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
