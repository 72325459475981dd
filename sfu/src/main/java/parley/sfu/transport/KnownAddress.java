package parley.sfu.transport;

import parley.sfu.transport.ice.Path;

/** Where a participant proved to be, and the transport that is meant. */
record KnownAddress(SecureTransport transport, Path path) {}
