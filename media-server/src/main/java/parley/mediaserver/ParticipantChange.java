package parley.mediaserver;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to change about a participant; null leaves a thing as it is.
 *
 * @param name the new display name
 * @param metadata the new metadata
 * @param attributes changed attributes; an empty value deletes one
 * @param grants the new grants, whole
 */
public record ParticipantChange(
    @Nullable String name,
    @Nullable String metadata,
    @Nullable Map<String, String> attributes,
    @Nullable Grants grants) {}
