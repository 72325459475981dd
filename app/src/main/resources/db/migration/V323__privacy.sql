-- Taking one's data along, and going away for good.
ALTER TABLE users ADD COLUMN erased_at timestamptz;
COMMENT ON COLUMN users.deleted_at IS 'since when the user is deleted; may be restored for thirty days from then';
COMMENT ON COLUMN users.erased_at IS 'since when nothing is left of the person but this row, under a number';
CREATE INDEX users_to_erase_idx ON users (deleted_at) WHERE status = 'deleted' AND erased_at IS NULL;

CREATE TABLE data_exports (
  id           uuid PRIMARY KEY,
  user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  status       varchar NOT NULL,
  requested_at timestamptz NOT NULL,
  -- Whoever packs it says so again and again; after that time another process begins anew.
  leased_until timestamptz,
  attempts     integer NOT NULL DEFAULT 0,
  -- The room that is being packed, and how many of how many are done.
  step         varchar,
  steps_done   integer NOT NULL DEFAULT 0,
  steps_all    integer NOT NULL DEFAULT 0,
  ready_at     timestamptz,
  expires_at   timestamptz,
  size_bytes   bigint,
  CONSTRAINT data_exports_status_check CHECK (status IN ('waiting', 'packing', 'ready', 'failed', 'expired'))
);
CREATE INDEX data_exports_user_id_idx ON data_exports (user_id, requested_at);
CREATE INDEX data_exports_expires_at_idx ON data_exports (expires_at) WHERE status = 'ready';
-- One at a time.
CREATE UNIQUE INDEX data_exports_open_key ON data_exports (user_id) WHERE status IN ('waiting', 'packing');

-- Erasures that have begun: what there was is counted before the first row goes.
CREATE TABLE erasures (
  user_id    uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  started_at timestamptz NOT NULL,
  counts     jsonb NOT NULL
);

-- Says that an erasure was done and what it was, and nothing of whom.
CREATE TABLE erasure_receipts (
  id         uuid PRIMARY KEY,
  deleted_at timestamptz NOT NULL,
  erased_at  timestamptz NOT NULL,
  counts     jsonb NOT NULL,
  stays      jsonb NOT NULL
);

CREATE TABLE account_restorations (
  token_hash bytea PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CONSTRAINT account_restorations_token_hash_check CHECK (octet_length(token_hash) = 32)
);
CREATE INDEX account_restorations_user_id_idx ON account_restorations (user_id);

-- A receipt goes to an address that is not kept: the row is deleted as soon as a server has the mail, or refuses it.
ALTER TABLE outgoing_mails ADD COLUMN forget boolean NOT NULL DEFAULT false;
