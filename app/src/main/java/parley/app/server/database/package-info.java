/**
 * PostgreSQL: the embedded one with its processes, roles and passwords, or the one the settings
 * name, and the migrations of both.
 */
@NullMarked
package parley.app.server.database;

import org.jspecify.annotations.NullMarked;
