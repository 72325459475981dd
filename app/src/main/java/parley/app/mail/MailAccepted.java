package parley.app.mail;

import java.util.UUID;

/** A server has taken a mail. Published in the transaction in which the outbox notes it. */
public record MailAccepted(UUID mailId) {}
