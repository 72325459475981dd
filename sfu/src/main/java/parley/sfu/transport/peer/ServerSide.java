package parley.sfu.transport.peer;

import java.net.InetSocketAddress;

/**
 * What a peer learns from the server's SDP.
 *
 * @param tcp over TCP (RFC 4571) instead of UDP
 * @param sha256 the certificate's fingerprint
 */
public record ServerSide(
    InetSocketAddress address, boolean tcp, String ufrag, String pwd, byte[] sha256) {}
