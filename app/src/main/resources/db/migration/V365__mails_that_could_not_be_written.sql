-- A notification whose mail could not be written is tried again later, and at last given up.
ALTER TABLE notifications ADD COLUMN attempts integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN notifications.attempts IS 'how many times its mail could not be written';
CREATE INDEX notifications_to_mail_idx ON notifications (next_attempt_at)
  WHERE channel = 'email' AND NOT sent AND mail_id IS NULL AND given_up_at IS NULL;
