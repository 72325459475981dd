-- Authenticator apps, recovery codes and the log-in in two steps.

CREATE TABLE authenticator_apps (
  user_id       uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  -- AES-256-GCM under a key that is not in the database.
  secret_sealed bytea NOT NULL,
  created_at    timestamptz NOT NULL,
  -- Null as long as no code has shown that the app has the secret.
  confirmed_at  timestamptz,
  -- The time step (RFC 6238) of the last code that was accepted; it and all before it are used up.
  last_step     bigint,
  last_used_at  timestamptz
);

CREATE TABLE recovery_codes (
  user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  code_hash  bytea NOT NULL,
  created_at timestamptz NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (user_id, code_hash),
  CONSTRAINT recovery_codes_code_hash_check CHECK (octet_length(code_hash) = 32)
);

-- Wrong codes of authenticator apps: a known device has a count of its own, all others share one.
CREATE TABLE code_tries (
  user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  device  bytea NOT NULL,
  tries   integer NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, device)
);
COMMENT ON COLUMN code_tries.device IS 'hash of the token of a known device, empty for all others';

CREATE TABLE pending_logins (
  token_hash bytea PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  tries      integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT pending_logins_token_hash_check CHECK (octet_length(token_hash) = 32)
);
CREATE INDEX pending_logins_user_id_idx ON pending_logins (user_id);
COMMENT ON TABLE pending_logins IS 'first step made, second step due; opens nothing by itself';

CREATE TABLE security_events (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  kind       varchar NOT NULL,
  address    inet,
  created_at timestamptz NOT NULL
);
CREATE INDEX security_events_user_id_idx ON security_events (user_id, id);
COMMENT ON TABLE security_events IS 'what the owner is shown of their own account, for 90 days; the audit trail is elsewhere';
COMMENT ON COLUMN security_events.kind IS 'entity type, a dot, action, as in audit_logs';
