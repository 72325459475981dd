-- Notifications told once to each person on each channel, what people want of them, and the devices that are pushed to.
ALTER TABLE notifications DROP CONSTRAINT notifications_type_check;
ALTER TABLE notifications ADD CONSTRAINT notifications_type_check CHECK (type IN (
  'meeting_reminder', 'payment', 'system',
  'meeting_changed', 'meeting_cancelled', 'invitation', 'security', 'account'));

ALTER TABLE notifications
  ADD COLUMN occasion_key    varchar,
  ADD COLUMN read_at         timestamptz,
  ADD COLUMN next_attempt_at timestamptz NOT NULL DEFAULT now(),
  ADD COLUMN given_up_at     timestamptz,
  ADD COLUMN last_error      varchar,
  ADD COLUMN mail_id         uuid;
COMMENT ON COLUMN notifications.occasion_key IS 'what it is about: nobody is told twice of the same on the same channel';
COMMENT ON COLUMN notifications.sent IS 'shown in the app, taken by a mail server, taken by the push service of a device';
COMMENT ON COLUMN notifications.mail_id IS 'the mail it became';
CREATE UNIQUE INDEX notifications_once_key ON notifications (occasion_key, user_id, channel);
CREATE INDEX notifications_inapp_idx ON notifications (user_id, id) WHERE channel = 'inapp';
CREATE INDEX notifications_unread_idx ON notifications (user_id) WHERE channel = 'inapp' AND read_at IS NULL;
CREATE INDEX notifications_mail_id_idx ON notifications (mail_id) WHERE mail_id IS NOT NULL;

-- Something people are to be told about, written in the transaction in which it happened.
CREATE TABLE notification_occasions (
  id              uuid PRIMARY KEY,
  occasion_key    varchar NOT NULL,
  type            varchar NOT NULL,
  payload         jsonb NOT NULL,
  people          uuid[] NOT NULL,
  created_at      timestamptz NOT NULL,
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  told_at         timestamptz,
  CONSTRAINT notification_occasions_occasion_key_key UNIQUE (occasion_key)
);
CREATE INDEX notification_occasions_due_idx ON notification_occasions (next_attempt_at) WHERE told_at IS NULL;
COMMENT ON COLUMN notification_occasions.told_at IS 'when everybody had their notifications; people and payload are emptied then';

-- Where somebody wants something else than what is usual.
CREATE TABLE notification_preferences (
  user_id   uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  type      varchar NOT NULL,
  channel   varchar NOT NULL,
  is_wanted boolean NOT NULL,
  PRIMARY KEY (user_id, type, channel),
  CONSTRAINT notification_preferences_channel_check CHECK (channel IN ('email', 'push', 'inapp'))
);

CREATE TABLE push_devices (
  id            uuid PRIMARY KEY,
  user_id       uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  -- The log-in it was made with: the device is forgotten with it.
  session_id    uuid NOT NULL,
  endpoint      varchar NOT NULL,
  endpoint_hash bytea NOT NULL,
  public_key    bytea NOT NULL,
  auth_secret   bytea NOT NULL,
  name          varchar NOT NULL,
  created_at    timestamptz NOT NULL,
  last_push_at  timestamptz,
  CONSTRAINT push_devices_endpoint_hash_key UNIQUE (endpoint_hash),
  CONSTRAINT push_devices_public_key_check CHECK (octet_length(public_key) = 65),
  CONSTRAINT push_devices_auth_secret_check CHECK (octet_length(auth_secret) = 16)
);
CREATE INDEX push_devices_user_id_idx ON push_devices (user_id, id);
CREATE INDEX push_devices_session_id_idx ON push_devices (session_id);

CREATE TABLE push_deliveries (
  notification_id uuid NOT NULL REFERENCES notifications (id) ON DELETE CASCADE,
  device_id       uuid NOT NULL REFERENCES push_devices (id) ON DELETE CASCADE,
  attempts        integer NOT NULL DEFAULT 0,
  next_attempt_at timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL,
  sent_at         timestamptz,
  given_up_at     timestamptz,
  last_error      varchar,
  PRIMARY KEY (notification_id, device_id)
);
CREATE INDEX push_deliveries_device_id_idx ON push_deliveries (device_id);
CREATE INDEX push_deliveries_due_idx ON push_deliveries (next_attempt_at) WHERE sent_at IS NULL AND given_up_at IS NULL;

CREATE TABLE push_keys (
  -- There is one pair.
  id                 smallint PRIMARY KEY CHECK (id = 1),
  public_key         bytea NOT NULL,
  sealed_private_key bytea NOT NULL,
  created_at         timestamptz NOT NULL
);
