/**
 * Moving datagrams: one UDP socket a loop, and TCP connections with RFC 4571 framing. What is in a
 * datagram is not known here.
 */
@NullMarked
package parley.sfu.transport.net;

import org.jspecify.annotations.NullMarked;
