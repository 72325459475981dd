-- What the audit trail knows to have happened. Each room's migrations add what it brings:
--   INSERT INTO audit_actions (action) VALUES ('shared');
CREATE TABLE audit_actions (
  action varchar PRIMARY KEY CHECK (action ~ '^[a-z][a-z_]{0,39}$')
);
COMMENT ON TABLE audit_actions IS 'every action that an entry of audit_logs may have; filled by migrations only';
REVOKE INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON audit_actions FROM ${app_role};

INSERT INTO audit_actions (action) VALUES
  ('created'), ('updated'), ('deleted'), ('login_failed'), ('kyc_reviewed'),
  ('signed_up'), ('logged_in'), ('logged_out'), ('password_changed'), ('role_changed'), ('suspended'), ('restored'),
  ('cancelled'), ('ended'), ('joined'), ('left'), ('removed'), ('muted'), ('locked'), ('unlocked'),
  ('uploaded'), ('downloaded'), ('viewed'), ('exported'), ('erased'), ('failed'),
  ('refused'),
  ('requested'), ('password_reset'), ('email_changed'), ('proven'), ('linked'), ('unlinked'), ('invited'), ('accepted'),
  ('resent'), ('searched'), ('revoked'), ('used');

ALTER TABLE audit_logs
  DROP CONSTRAINT audit_logs_action_check,
  -- The domain model's own, and whatever the table beside knows.
  ADD CONSTRAINT audit_logs_action_check CHECK (
    action IN ('created', 'updated', 'deleted', 'login_failed', 'kyc_reviewed') OR action ~ '^[a-z][a-z_]{0,39}$'),
  ADD CONSTRAINT audit_logs_action_fkey FOREIGN KEY (action) REFERENCES audit_actions (action);
