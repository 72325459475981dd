-- The audit trail sealed into a chain, in batches. Which batch a row belongs to is told by the transaction that wrote it:
-- once nothing older than a transaction runs any more, no row of an older one can come late, whatever id it took.
ALTER TABLE audit_logs
  ADD COLUMN txid bigint NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
  ADD COLUMN note_sealed bytea;
CREATE INDEX audit_logs_txid_idx ON audit_logs (txid, id);
COMMENT ON COLUMN audit_logs.txid IS 'the transaction that wrote it; decides which seal covers it';
COMMENT ON COLUMN audit_logs.actor_ip_sealed IS 'the full address, sealed with the key of the person it belongs to, or of the installation where nobody is known';
COMMENT ON COLUMN audit_logs.note_sealed IS 'words about the user of entity_id, sealed with the key of that user';
-- Neither its place nor its transaction is for the application to say.
REVOKE INSERT ON audit_logs FROM ${app_role};
GRANT INSERT (actor_user_id, actor_ip, actor_ip_sealed, entity_type, entity_id, action, before, after, created_at, note_sealed)
  ON audit_logs TO ${app_role};

CREATE TABLE audit_seals (
  id            bigint PRIMARY KEY,
  after_log_id  bigint NOT NULL,
  from_txid     bigint NOT NULL,
  to_txid       bigint NOT NULL,
  log_ids       bigint[] NOT NULL,
  log_hashes    bytea NOT NULL,
  previous_hash bytea NOT NULL,
  hash          bytea NOT NULL,
  signature     bytea NOT NULL,
  sealed_at     timestamptz NOT NULL,
  CONSTRAINT audit_seals_range_check CHECK (from_txid < to_txid),
  CONSTRAINT audit_seals_hashes_check CHECK (octet_length(log_hashes) = 32 * cardinality(log_ids))
);
COMMENT ON TABLE audit_seals IS 'covers the rows of audit_logs with from_txid <= txid < to_txid and after_log_id < id';
COMMENT ON COLUMN audit_seals.after_log_id IS 'greater than 0 once the database was restored into another server, whose transactions count anew';
COMMENT ON COLUMN audit_seals.signature IS 'of hash, with a key that is not in the database';
REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON audit_seals FROM ${app_role};

CREATE TABLE audit_checks (
  -- The last one only.
  id         smallint PRIMARY KEY CHECK (id = 1),
  checked_at timestamptz NOT NULL,
  rows       bigint NOT NULL,
  fault      varchar
);
