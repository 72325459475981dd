/**
 * The one secret of an installation and the keys that are derived from it. Shown to the programs
 * beside the server, such as {@code ./parley audit verify}; no room knows it.
 */
@NamedInterface("keys")
@NullMarked
package parley.app.server.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
