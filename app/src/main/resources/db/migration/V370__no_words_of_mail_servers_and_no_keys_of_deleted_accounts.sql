-- The answers of mail servers quote addresses; from now on only the kind of failure and the reply code are kept.
UPDATE outgoing_mails SET last_error = NULL WHERE last_error IS NOT NULL;

-- Deleting an account revokes its API keys for good, also where it happened before that was so.
UPDATE api_keys SET revoked_at = users.deleted_at
FROM users
WHERE users.id = api_keys.user_id AND users.status = 'deleted' AND users.deleted_at IS NOT NULL
  AND api_keys.revoked_at IS NULL;
