/**
 * The other side of a transport, as a browser is it: controlling ICE, active DTLS, SRTP, one socket
 * each. For tests and for the load generator; the server does not use it.
 */
@NullMarked
package parley.sfu.transport.peer;

import org.jspecify.annotations.NullMarked;
