/**
 * ICE-lite (RFC 8445 §2.5): answers authenticated checks, remembers where they came from, and picks
 * the address that media goes to.
 */
@NullMarked
package parley.sfu.transport.ice;

import org.jspecify.annotations.NullMarked;
