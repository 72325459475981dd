/**
 * Sockets and keys: ICE-lite, DTLS and SRTP on one UDP and one TCP port for everybody. The door is
 * {@link parley.sfu.transport.MediaPort}; what goes in and out of a {@link
 * parley.sfu.transport.Transport} is plain RTP and RTCP, always on the thread of its {@link
 * parley.sfu.transport.MediaLoop}.
 */
@NullMarked
package parley.sfu.transport;

import org.jspecify.annotations.NullMarked;
