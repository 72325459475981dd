-- Personal API keys. The key itself stands nowhere: only its SHA-256, and its last characters to tell keys apart.
CREATE TABLE api_keys (
  id           uuid PRIMARY KEY,
  user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  name         varchar NOT NULL,
  token_hash   bytea NOT NULL,
  ending       varchar(4) NOT NULL,
  scopes       varchar[] NOT NULL,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz,
  -- True to a minute.
  last_used_at timestamptz,
  revoked_at   timestamptz,
  CONSTRAINT api_keys_token_hash_key UNIQUE (token_hash),
  CONSTRAINT api_keys_token_hash_check CHECK (octet_length(token_hash) = 32)
);
CREATE INDEX api_keys_user_id_idx ON api_keys (user_id, created_at);
