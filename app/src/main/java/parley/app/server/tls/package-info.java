/**
 * HTTPS by our own port: with the operator's certificate, or one made here for this machine's
 * addresses.
 */
@NullMarked
package parley.app.server.tls;

import org.jspecify.annotations.NullMarked;
