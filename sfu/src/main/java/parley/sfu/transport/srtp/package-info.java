/**
 * SRTP and SRTCP (RFC 3711, RFC 7714): keys, packet indexes, replay windows and ciphers. {@link
 * parley.sfu.transport.srtp.SrtpSession} is one direction pair of one connection.
 */
@NullMarked
package parley.sfu.transport.srtp;

import org.jspecify.annotations.NullMarked;
