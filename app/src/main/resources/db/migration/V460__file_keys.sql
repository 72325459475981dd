-- The bytes of a sealed file are worth nothing without its key, and the key goes with the file's row.
CREATE TABLE file_keys (
  file_id     uuid PRIMARY KEY REFERENCES files (id) ON DELETE CASCADE,
  wrapped_key bytea NOT NULL
);
COMMENT ON TABLE file_keys IS 'the key of each file that is kept sealed';
COMMENT ON COLUMN file_keys.wrapped_key IS 'sealed with a key that is not in the database';
