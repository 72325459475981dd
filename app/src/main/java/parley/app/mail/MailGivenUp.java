package parley.app.mail;

import java.util.UUID;

/**
 * A mail will not be sent: it was refused for good, or no server took it in time. Published in the
 * transaction in which the outbox notes it.
 *
 * @param reason one line; names no address
 */
public record MailGivenUp(UUID mailId, String reason) {}
