package parley.app.chat;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code chat_messages} as JSON shows it.
 *
 * @param id rises within a meeting in the order in which messages were said
 * @param participantId who wrote it; null for Parley itself
 * @param type {@code text}, {@code file}, {@code system} or {@code poll}
 * @param clientId the sender's own id of it, by which its page knows it again
 */
record ChatMessage(
    long id,
    @Nullable UUID participantId,
    String senderName,
    String text,
    String type,
    Instant createdAt,
    @Nullable String clientId) {}
