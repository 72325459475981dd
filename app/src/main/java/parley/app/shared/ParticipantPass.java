package parley.app.shared;

import java.util.UUID;

/**
 * Proof, by a participant token, of being one person of one meeting.
 *
 * @param meetingId row of {@code meetings}
 * @param participantId row of {@code meeting_participants}
 */
public record ParticipantPass(UUID meetingId, UUID participantId) {}
