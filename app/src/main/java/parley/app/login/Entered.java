package parley.app.login;

import java.util.UUID;

/** Somebody is in: the tokens that their browser keeps from now on. */
public record Entered(UUID userId, SecretToken session, SecretToken device) implements Arrival {}
