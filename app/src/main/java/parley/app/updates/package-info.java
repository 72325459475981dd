/**
 * The live stream to open pages. An update is a row with a number first and a push afterwards:
 * numbers of a topic have no gap and follow the order of commits, so a page that missed pushes
 * reads on from its number and has missed nothing.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package parley.app.updates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
