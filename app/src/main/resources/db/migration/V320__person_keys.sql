-- One key for each person, for what an append-only table must keep of them. Nothing is referenced: the row stays as a
-- tombstone when the key is gone, so that no new one is ever made for the same person.
CREATE TABLE person_keys (
  user_id      uuid PRIMARY KEY,
  wrapped_key  bytea,
  created_at   timestamptz NOT NULL,
  destroyed_at timestamptz,
  CONSTRAINT person_keys_destroyed_check CHECK ((wrapped_key IS NULL) = (destroyed_at IS NOT NULL))
);
COMMENT ON COLUMN person_keys.wrapped_key IS 'sealed with a key that is not in the database';
