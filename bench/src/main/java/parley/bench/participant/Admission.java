package parley.bench.participant;

/**
 * What a join through the HTTP API brings.
 *
 * @param mediaUrl where the signal WebSocket is, {@code ws:} or {@code wss:}
 * @param mediaToken the LiveKit access token
 */
public record Admission(String presenceId, String mediaUrl, String mediaToken) {}
