-- What several rooms need so that accounts can be trusted: more audit actions, and when a session last proved who it is.
ALTER TABLE audit_logs DROP CONSTRAINT audit_logs_action_check;
ALTER TABLE audit_logs ADD CONSTRAINT audit_logs_action_check CHECK (action IN (
  'created', 'updated', 'deleted', 'login_failed', 'kyc_reviewed',
  'signed_up', 'logged_in', 'logged_out', 'password_changed', 'role_changed', 'suspended', 'restored',
  'cancelled', 'ended', 'joined', 'left', 'removed', 'muted', 'locked', 'unlocked',
  'uploaded', 'downloaded', 'viewed', 'exported', 'erased', 'failed',
  'refused',
  'requested', 'password_reset', 'email_changed', 'proven', 'linked', 'unlinked', 'invited', 'accepted',
  'resent', 'searched', 'revoked', 'used'));

ALTER TABLE login_sessions ADD COLUMN proven_at timestamptz;
UPDATE login_sessions SET proven_at = created_at;
ALTER TABLE login_sessions ALTER COLUMN proven_at SET NOT NULL;
COMMENT ON COLUMN login_sessions.proven_at IS 'when the user last proved to be that user, at log-in or since';
