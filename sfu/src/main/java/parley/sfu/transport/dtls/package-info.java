/**
 * DTLS 1.2 with Bouncy Castle, as far as DTLS-SRTP needs it (RFC 5763, RFC 5764): certificates
 * checked by fingerprint, one virtual thread a connection, keys exported and handed over. Nothing
 * here knows sockets.
 */
@NullMarked
package parley.sfu.transport.dtls;

import org.jspecify.annotations.NullMarked;
