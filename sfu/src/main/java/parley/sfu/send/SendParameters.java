package parley.sfu.send;

import parley.sfu.packet.PayloadTypeMap;

/**
 * How one outgoing stream looks.
 *
 * @param rtxSsrc 0 when there is no RTX: then packets are sent again as they were
 * @param midId header extension id, 0 when not negotiated; likewise the other
 * @param types for the RTX payload types
 * @param depth how many packets are kept to be sent again; a power of two
 */
public record SendParameters(
    int ssrc,
    int rtxSsrc,
    String mid,
    int midId,
    int absSendTimeId,
    PayloadTypeMap types,
    int depth) {}
