-- What login, mail, files and billing need beside the tables of the domain model.

-- Secrets stand in the database by their SHA-256 only.
CREATE TABLE login_sessions (
  id           uuid PRIMARY KEY,
  user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  token_hash   bytea NOT NULL,
  user_agent   varchar NOT NULL,
  address      inet NOT NULL,
  created_at   timestamptz NOT NULL,
  -- True to a minute.
  last_used_at timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  ended_at     timestamptz,
  CONSTRAINT login_sessions_token_hash_key UNIQUE (token_hash),
  CONSTRAINT login_sessions_token_hash_check CHECK (octet_length(token_hash) = 32)
);
CREATE INDEX login_sessions_user_id_idx ON login_sessions (user_id, created_at);
CREATE INDEX login_sessions_expires_at_idx ON login_sessions (expires_at);

CREATE TABLE known_devices (
  user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  token_hash   bytea NOT NULL,
  created_at   timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, token_hash),
  CONSTRAINT known_devices_token_hash_check CHECK (octet_length(token_hash) = 32)
);

CREATE TABLE setup_links (
  -- There is one link at a time.
  id         smallint PRIMARY KEY CHECK (id = 1),
  token_hash bytea NOT NULL,
  created_at timestamptz NOT NULL,
  CONSTRAINT setup_links_token_hash_check CHECK (octet_length(token_hash) = 32)
);

CREATE TABLE email_verifications (
  token_hash bytea PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  email      varchar NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz,
  CONSTRAINT email_verifications_token_hash_check CHECK (octet_length(token_hash) = 32)
);
CREATE INDEX email_verifications_user_id_idx ON email_verifications (user_id);

CREATE TABLE outgoing_mails (
  id              uuid PRIMARY KEY,
  recipient       varchar NOT NULL,
  subject         varchar NOT NULL,
  text_body       text NOT NULL,
  html_body       text NOT NULL,
  status          varchar NOT NULL,
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  last_error      varchar,
  created_at      timestamptz NOT NULL,
  sent_at         timestamptz,
  CONSTRAINT outgoing_mails_status_check CHECK (status IN ('waiting', 'sent', 'failed', 'kept'))
);
CREATE INDEX outgoing_mails_due_idx ON outgoing_mails (next_attempt_at) WHERE status = 'waiting';
CREATE INDEX outgoing_mails_kept_idx ON outgoing_mails (id) WHERE status = 'kept';
CREATE INDEX outgoing_mails_created_at_idx ON outgoing_mails (created_at);

ALTER TABLE files
  ADD COLUMN file_name varchar NOT NULL DEFAULT 'file',
  ADD COLUMN charged_user_id uuid REFERENCES users (id);
CREATE INDEX files_charged_user_id_idx ON files (charged_user_id);
COMMENT ON COLUMN files.charged_user_id IS 'whose storage the file takes';

ALTER TABLE plans
  ADD COLUMN max_storage_bytes bigint NOT NULL DEFAULT 2147483648,
  ADD CONSTRAINT plans_max_storage_bytes_check CHECK (max_storage_bytes >= 0);
UPDATE plans SET max_storage_bytes = 107374182400 WHERE slug = 'premium';

CREATE TABLE storage_usage (
  user_id    uuid PRIMARY KEY REFERENCES users (id) ON DELETE CASCADE,
  used_bytes bigint NOT NULL,
  CONSTRAINT storage_usage_used_bytes_check CHECK (used_bytes >= 0)
);

ALTER TABLE audit_logs DROP CONSTRAINT audit_logs_action_check;
ALTER TABLE audit_logs ADD CONSTRAINT audit_logs_action_check CHECK (action IN (
  'created', 'updated', 'deleted', 'login_failed', 'kyc_reviewed',
  'signed_up', 'logged_in', 'logged_out', 'password_changed', 'role_changed', 'suspended', 'restored',
  'cancelled', 'ended', 'joined', 'left', 'removed', 'muted', 'locked', 'unlocked',
  'uploaded', 'downloaded', 'viewed', 'exported', 'erased', 'failed',
  'refused'));

-- The scheduler's own table (db-scheduler 16), with the columns it asks for.
CREATE TABLE scheduled_tasks (
  task_name            text NOT NULL,
  task_instance        text NOT NULL,
  task_data            bytea,
  execution_time       timestamptz NOT NULL,
  picked               boolean NOT NULL,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures integer,
  last_heartbeat       timestamptz,
  version              bigint NOT NULL,
  priority             smallint,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time_idx ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat_idx ON scheduled_tasks (last_heartbeat);
