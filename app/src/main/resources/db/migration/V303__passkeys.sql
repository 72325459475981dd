CREATE TABLE passkeys (
  id              uuid PRIMARY KEY,
  user_id         uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  credential_id   bytea NOT NULL,
  -- Attested credential data (WebAuthn §6.5.2): model, credential id and public key.
  credential_data bytea NOT NULL,
  sign_count      bigint NOT NULL,
  name            varchar NOT NULL,
  transports      varchar NOT NULL,
  backup_eligible boolean NOT NULL,
  backed_up       boolean NOT NULL,
  created_at      timestamptz NOT NULL,
  last_used_at    timestamptz,
  -- When its signature counter went back, which a copy would make it do.
  suspect_since   timestamptz,
  CONSTRAINT passkeys_credential_id_key UNIQUE (credential_id)
);
CREATE INDEX passkeys_user_id_idx ON passkeys (user_id, id);

CREATE TABLE passkey_challenges (
  challenge  bytea PRIMARY KEY,
  holder     varchar NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX passkey_challenges_expires_at_idx ON passkey_challenges (expires_at);
COMMENT ON COLUMN passkey_challenges.holder IS 'what for and for whom: the answer must come from the same';

CREATE TABLE passkey_steps (
  user_id    uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE passkey_steps IS 'who wants to be asked for a passkey after the password';
