package parley.app.billing;

/**
 * A row of {@code plans}.
 *
 * @param maxParticipants people at once in a meeting of somebody on this plan
 * @param maxStorageBytes what the files of somebody on this plan may weigh together
 */
public record Plan(int id, String slug, String name, int maxParticipants, long maxStorageBytes) {}
