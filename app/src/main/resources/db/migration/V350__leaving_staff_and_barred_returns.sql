-- Whoever deletes their account while staff look into it must not come back by themselves.
ALTER TABLE users ADD COLUMN return_barred_at TIMESTAMPTZ;

-- Who reviewed something may leave the counter; the audit trail keeps saying who it was.
ALTER TABLE kyc_submissions DROP CONSTRAINT kyc_submissions_reviewed_by_fkey,
  ADD CONSTRAINT kyc_submissions_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES admin_users (id) ON DELETE SET NULL;

-- The role behind the counter goes with the account, also of those who left before this was so.
UPDATE users SET role = 'user' WHERE status = 'deleted' AND role <> 'user';
DELETE FROM admin_users USING users u WHERE u.id = user_id AND u.status = 'deleted';
