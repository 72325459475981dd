/**
 * What tests of the rooms stand on: a real PostgreSQL, a whole Parley on a free port, and a clock
 * that can be moved.
 */
@NullMarked
package parley.app.testing;

import org.jspecify.annotations.NullMarked;
