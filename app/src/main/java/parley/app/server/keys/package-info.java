/** The one secret of an installation and the keys that are derived from it. */
@NullMarked
package parley.app.server.keys;

import org.jspecify.annotations.NullMarked;
