package parley.sfu;

import parley.sfu.transport.Transport;
import parley.sfu.transport.TransportListener;

/** Where a room gets its transports from. */
@FunctionalInterface
interface TransportFactory {
  Transport newTransport(TransportListener listener);
}
