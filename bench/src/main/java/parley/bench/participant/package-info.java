/** A synthetic participant: LiveKit's signal protocol, ICE, DTLS and SRTP like any other client. */
@NullMarked
package parley.bench.participant;

import org.jspecify.annotations.NullMarked;
