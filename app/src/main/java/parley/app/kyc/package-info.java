/** Identity checks: what people show to prove who they are, and who decided on it. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package parley.app.kyc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
