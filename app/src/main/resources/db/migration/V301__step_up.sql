-- A code that was mailed to somebody without a password, so that they can confirm who they are.
CREATE TABLE proof_codes (
  session_id uuid PRIMARY KEY REFERENCES login_sessions (id) ON DELETE CASCADE,
  -- HMAC-SHA-256 under a key that is not in the database: six digits alone would be guessed from a plain hash.
  code_hash  bytea NOT NULL,
  tries      integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT proof_codes_code_hash_check CHECK (octet_length(code_hash) = 32)
);
COMMENT ON TABLE proof_codes IS 'six digits mailed for a step-up, one at a time for each session';
