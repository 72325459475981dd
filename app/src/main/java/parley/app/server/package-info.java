/**
 * How the process runs: the database it starts or is given, the HTTP rules every answer keeps, who
 * may knock, TLS, start-up and stop. It serves the rooms and none of them knows it; they know only
 * {@code shared}.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package parley.app.server;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
