/**
 * From the command to the line that says Parley is ready, and the data folder that one process at a
 * time works on.
 */
@NullMarked
package parley.app.server.startup;

import org.jspecify.annotations.NullMarked;
