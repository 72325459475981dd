/**
 * The floor every room stands on: ids, refusals, who is asking, what is audited and what is
 * personal, and the few settings that more than one room reads. It knows no business word and calls
 * nobody.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package parley.app.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
