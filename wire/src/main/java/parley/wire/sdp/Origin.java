package parley.wire.sdp;

/**
 * The {@code o=} line (RFC 8866 §5.2), without its address, which WebRTC does not use.
 *
 * @param username often {@code -}
 * @param sessionId the same in every description of a session
 * @param version grows with every new description
 */
public record Origin(String username, String sessionId, long version) {}
