-- How people come in: the rules set in the console, invitations, links that change a password or an address,
-- and accounts at other providers. Secrets stand here by their SHA-256 only.

CREATE TABLE entry_rules (
  -- There is one row at most; without it the settings file holds.
  id              smallint PRIMARY KEY CHECK (id = 1),
  sign_up         varchar NOT NULL,
  sign_up_domains varchar[] NOT NULL,
  hosts           varchar NOT NULL,
  host_domains    varchar[] NOT NULL,
  verified_only   boolean NOT NULL,
  changed_by      uuid REFERENCES users (id) ON DELETE SET NULL,
  changed_at      timestamptz NOT NULL,
  CONSTRAINT entry_rules_sign_up_check CHECK (sign_up IN ('open', 'domains', 'invitation', 'closed')),
  CONSTRAINT entry_rules_hosts_check CHECK (hosts IN ('everyone', 'verified', 'domains', 'staff'))
);
CREATE INDEX entry_rules_changed_by_idx ON entry_rules (changed_by);

CREATE TABLE signup_invitations (
  id          uuid PRIMARY KEY,
  email       varchar NOT NULL,
  token_hash  bytea NOT NULL,
  invited_by  uuid REFERENCES users (id) ON DELETE SET NULL,
  created_at  timestamptz NOT NULL,
  sent_at     timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  accepted_at timestamptz,
  accepted_by uuid REFERENCES users (id) ON DELETE SET NULL,
  revoked_at  timestamptz,
  CONSTRAINT signup_invitations_token_hash_key UNIQUE (token_hash),
  CONSTRAINT signup_invitations_token_hash_check CHECK (octet_length(token_hash) = 32)
);
-- An address is invited once at a time.
CREATE UNIQUE INDEX signup_invitations_open_key ON signup_invitations (lower(email))
  WHERE accepted_at IS NULL AND revoked_at IS NULL;
CREATE INDEX signup_invitations_invited_by_idx ON signup_invitations (invited_by);
CREATE INDEX signup_invitations_accepted_by_idx ON signup_invitations (accepted_by);

ALTER TABLE users ADD COLUMN password_changed_at timestamptz;
UPDATE users SET password_changed_at = created_at WHERE password_hash IS NOT NULL;
COMMENT ON COLUMN users.password_changed_at IS 'when the user last chose a password; null without one';

CREATE TABLE password_resets (
  token_hash bytea PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  CONSTRAINT password_resets_token_hash_check CHECK (octet_length(token_hash) = 32)
);
CREATE INDEX password_resets_user_id_idx ON password_resets (user_id);

CREATE TABLE email_changes (
  id           uuid PRIMARY KEY,
  user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  old_email    varchar NOT NULL,
  new_email    varchar NOT NULL,
  -- Sent to the new address.
  confirm_hash bytea NOT NULL,
  -- Sent to the old address; null where that was never proven to be the user's.
  stop_hash    bytea,
  -- Sent there once more when the change was confirmed.
  undo_hash    bytea,
  created_at   timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  confirmed_at timestamptz,
  stopped_at   timestamptz,
  CONSTRAINT email_changes_confirm_hash_key UNIQUE (confirm_hash),
  CONSTRAINT email_changes_stop_hash_key UNIQUE (stop_hash),
  CONSTRAINT email_changes_undo_hash_key UNIQUE (undo_hash),
  CONSTRAINT email_changes_confirm_hash_check CHECK (octet_length(confirm_hash) = 32),
  CONSTRAINT email_changes_stop_hash_check CHECK (octet_length(stop_hash) = 32),
  CONSTRAINT email_changes_undo_hash_check CHECK (octet_length(undo_hash) = 32)
);
CREATE INDEX email_changes_user_id_idx ON email_changes (user_id);

CREATE TABLE linked_accounts (
  provider     varchar NOT NULL,
  -- What the provider calls the person, for good (OpenID Connect Core §2, sub).
  subject      varchar NOT NULL,
  user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  email        varchar,
  linked_at    timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (provider, subject),
  CONSTRAINT linked_accounts_user_key UNIQUE (user_id, provider)
);

CREATE TABLE social_logins (
  state_hash    bytea PRIMARY KEY,
  -- The browser that began it.
  browser_hash  bytea NOT NULL,
  provider      varchar NOT NULL,
  nonce         varchar NOT NULL,
  code_verifier varchar NOT NULL,
  -- Who wants to link the account there; null: somebody who wants to log in.
  user_id       uuid REFERENCES users (id) ON DELETE CASCADE,
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  CONSTRAINT social_logins_state_hash_check CHECK (octet_length(state_hash) = 32),
  CONSTRAINT social_logins_browser_hash_check CHECK (octet_length(browser_hash) = 32)
);
CREATE INDEX social_logins_user_id_idx ON social_logins (user_id);
CREATE INDEX social_logins_expires_at_idx ON social_logins (expires_at);
