package parley.sfu;

/**
 * How loud a participant speaks.
 *
 * @param level linear, 0 (silent) to 1
 */
public record SpeakerLevel(String participantSid, float level, boolean active) {}
