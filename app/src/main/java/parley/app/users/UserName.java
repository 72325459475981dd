package parley.app.users;

import java.util.UUID;

/** What a list that knows ids only shows of a user. */
record UserName(UUID id, String displayName) {}
