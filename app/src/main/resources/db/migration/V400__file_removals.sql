-- Bytes lie outside the database and do not roll back: whoever writes or deletes some notes it here first, and what a
-- crash left half done is finished later.
CREATE TABLE file_removals (
  file_id uuid PRIMARY KEY,
  due_at  timestamptz NOT NULL
);
COMMENT ON TABLE file_removals IS 'bytes without a row in files: deleted, or not entered yet';
COMMENT ON COLUMN file_removals.due_at IS 'from when on the bytes are deleted';

-- A file may go before or after what shows it: no order of rooms makes an erasure stop half way.
ALTER TABLE recordings
  DROP CONSTRAINT recordings_file_id_fkey,
  ADD CONSTRAINT recordings_file_id_fkey FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE SET NULL;
ALTER TABLE kyc_submissions
  DROP CONSTRAINT kyc_submissions_file_id_fkey,
  DROP CONSTRAINT kyc_submissions_selfie_file_id_fkey,
  ADD CONSTRAINT kyc_submissions_file_id_fkey FOREIGN KEY (file_id) REFERENCES files (id) ON DELETE SET NULL,
  ADD CONSTRAINT kyc_submissions_selfie_file_id_fkey FOREIGN KEY (selfie_file_id) REFERENCES files (id) ON DELETE SET NULL;
