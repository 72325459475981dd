-- The tables of the domain model. Times are timestamptz throughout (docs/adr/0001). Ids come from the application,
-- so that PostgreSQL 14 to 18 serve alike.

-- What the owner makes from here on, the application may use; it owns nothing and cannot change the schema.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app_role};
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${app_role};

CREATE TABLE users (
  id                  uuid PRIMARY KEY,
  email               varchar NOT NULL,
  email_verified      boolean NOT NULL DEFAULT false,
  password_hash       text,
  full_name           varchar,
  display_name        varchar,
  phone               varchar,
  role                varchar NOT NULL DEFAULT 'user',
  status              varchar NOT NULL DEFAULT 'active',
  signup_source       varchar,
  two_fa_enabled      boolean NOT NULL DEFAULT false,
  created_at          timestamptz NOT NULL DEFAULT now(),
  last_login_at       timestamptz,
  deleted_at          timestamptz,
  profile_picture_url text,
  CONSTRAINT users_email_key UNIQUE (email),
  CONSTRAINT users_role_check CHECK (role IN ('user', 'admin', 'support')),
  CONSTRAINT users_status_check CHECK (status IN ('active', 'suspended', 'deleted'))
);
-- An address is one address however it is spelled.
CREATE UNIQUE INDEX users_email_lower_key ON users (lower(email));
CREATE INDEX users_status_idx ON users (status);
CREATE INDEX users_created_at_idx ON users (created_at);

CREATE TABLE plans (
  id               serial PRIMARY KEY,
  slug             varchar NOT NULL,
  name             varchar NOT NULL,
  billing_cycle    varchar NOT NULL,
  price_cents      integer NOT NULL,
  max_participants integer NOT NULL,
  is_active        boolean NOT NULL DEFAULT true,
  CONSTRAINT plans_slug_key UNIQUE (slug),
  CONSTRAINT plans_billing_cycle_check CHECK (billing_cycle IN ('monthly', 'yearly', 'one-time')),
  CONSTRAINT plans_price_cents_check CHECK (price_cents >= 0),
  CONSTRAINT plans_max_participants_check CHECK (max_participants > 0)
);

CREATE TABLE subscriptions (
  id                     uuid PRIMARY KEY,
  user_id                uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  plan_id                integer NOT NULL REFERENCES plans (id),
  status                 varchar NOT NULL,
  started_at             timestamptz,
  expires_at             timestamptz,
  auto_renew             boolean,
  stripe_subscription_id varchar,
  created_at             timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT subscriptions_status_check CHECK (status IN ('active', 'past_due', 'cancelled', 'expired'))
);
CREATE INDEX subscriptions_user_id_idx ON subscriptions (user_id);
CREATE INDEX subscriptions_plan_id_idx ON subscriptions (plan_id);
CREATE INDEX subscriptions_status_idx ON subscriptions (status);
CREATE INDEX subscriptions_expires_at_idx ON subscriptions (expires_at);

CREATE TABLE payment_methods (
  id                         uuid PRIMARY KEY,
  user_id                    uuid NOT NULL REFERENCES users (id),
  provider                   varchar NOT NULL,
  provider_customer_id       varchar,
  provider_payment_method_id varchar,
  is_default                 boolean NOT NULL DEFAULT false,
  created_at                 timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT payment_methods_provider_check CHECK (provider IN ('stripe', 'test'))
);
CREATE INDEX payment_methods_user_id_idx ON payment_methods (user_id);
CREATE UNIQUE INDEX payment_methods_default_key ON payment_methods (user_id) WHERE is_default;

CREATE TABLE meetings (
  id                    uuid PRIMARY KEY,
  host_user_id          uuid NOT NULL REFERENCES users (id),
  title                 varchar,
  description           text,
  meeting_code          varchar NOT NULL,
  is_instant            boolean NOT NULL DEFAULT false,
  starts_at             timestamptz,
  ends_at               timestamptz,
  max_participants      integer,
  is_locked             boolean NOT NULL DEFAULT false,
  join_url              text,
  conference_server_id  varchar,
  created_at            timestamptz NOT NULL DEFAULT now(),
  updated_at            timestamptz,
  recording_allowed     boolean NOT NULL DEFAULT true,
  transcription_enabled boolean NOT NULL DEFAULT false,
  CONSTRAINT meetings_meeting_code_key UNIQUE (meeting_code),
  CONSTRAINT meetings_max_participants_check CHECK (max_participants > 0),
  CONSTRAINT meetings_ends_after_start_check CHECK (ends_at >= starts_at)
);
CREATE INDEX meetings_host_user_id_idx ON meetings (host_user_id);
CREATE INDEX meetings_starts_at_idx ON meetings (starts_at);

CREATE TABLE meeting_participants (
  id           uuid PRIMARY KEY,
  meeting_id   uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  user_id      uuid REFERENCES users (id),
  display_name varchar,
  role         varchar NOT NULL DEFAULT 'participant',
  joined_at    timestamptz,
  left_at      timestamptz,
  is_muted     boolean NOT NULL DEFAULT false,
  is_video_on  boolean NOT NULL DEFAULT true,
  was_removed  boolean NOT NULL DEFAULT false,
  CONSTRAINT meeting_participants_role_check CHECK (role IN ('host', 'cohost', 'participant', 'moderator'))
);
CREATE INDEX meeting_participants_meeting_id_idx ON meeting_participants (meeting_id);
CREATE INDEX meeting_participants_user_id_idx ON meeting_participants (user_id);
-- A user is one person of a meeting, over reloads and devices.
CREATE UNIQUE INDEX meeting_participants_person_key ON meeting_participants (meeting_id, user_id) WHERE user_id IS NOT NULL;

CREATE TABLE chat_messages (
  id             bigserial PRIMARY KEY,
  meeting_id     uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  sender_user_id uuid REFERENCES users (id),
  sender_name    varchar,
  message_text   text,
  message_type   varchar NOT NULL DEFAULT 'text',
  attachments    jsonb,
  created_at     timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT chat_messages_message_type_check CHECK (message_type IN ('text', 'file', 'system', 'poll'))
);
CREATE INDEX chat_messages_meeting_id_idx ON chat_messages (meeting_id, id);
CREATE INDEX chat_messages_meeting_id_created_at_idx ON chat_messages (meeting_id, created_at);
CREATE INDEX chat_messages_sender_user_id_idx ON chat_messages (sender_user_id);
CREATE INDEX chat_messages_message_text_idx ON chat_messages USING gin (to_tsvector('simple', message_text));

CREATE TABLE files (
  id            uuid PRIMARY KEY,
  owner_user_id uuid REFERENCES users (id),
  meeting_id    uuid REFERENCES meetings (id),
  type          varchar NOT NULL,
  storage_url   text NOT NULL,
  size_bytes    bigint NOT NULL,
  mime_type     varchar,
  checksum      varchar,
  status        varchar,
  created_at    timestamptz NOT NULL DEFAULT now(),
  -- An open list: later migrations add to it.
  CONSTRAINT files_type_check CHECK (type IN ('recording', 'attachment', 'kyc', 'avatar')),
  CONSTRAINT files_status_check CHECK (status IN ('pending', 'approved', 'rejected')),
  CONSTRAINT files_size_bytes_check CHECK (size_bytes >= 0)
);
CREATE INDEX files_owner_user_id_idx ON files (owner_user_id);
CREATE INDEX files_meeting_id_idx ON files (meeting_id);
CREATE INDEX files_type_idx ON files (type);

CREATE TABLE recordings (
  id           uuid PRIMARY KEY,
  meeting_id   uuid NOT NULL REFERENCES meetings (id),
  file_id      uuid REFERENCES files (id),
  started_at   timestamptz,
  stopped_at   timestamptz,
  duration_sec integer,
  size_bytes   bigint,
  created_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX recordings_meeting_id_idx ON recordings (meeting_id);
CREATE INDEX recordings_file_id_idx ON recordings (file_id);

CREATE TABLE admin_users (
  id         uuid PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES users (id),
  role       varchar NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT admin_users_user_id_key UNIQUE (user_id),
  CONSTRAINT admin_users_role_check CHECK (role IN ('admin', 'moderator', 'compliance'))
);

CREATE TABLE kyc_submissions (
  id             uuid PRIMARY KEY,
  user_id        uuid NOT NULL REFERENCES users (id),
  file_id        uuid REFERENCES files (id),
  selfie_file_id uuid REFERENCES files (id),
  status         varchar NOT NULL,
  reviewed_by    uuid REFERENCES admin_users (id),
  review_comment text,
  submitted_at   timestamptz NOT NULL DEFAULT now(),
  reviewed_at    timestamptz,
  CONSTRAINT kyc_submissions_status_check CHECK (status IN ('pending', 'approved', 'rejected'))
);
CREATE INDEX kyc_submissions_user_id_idx ON kyc_submissions (user_id);
CREATE INDEX kyc_submissions_status_idx ON kyc_submissions (status);
CREATE INDEX kyc_submissions_file_id_idx ON kyc_submissions (file_id);
CREATE INDEX kyc_submissions_selfie_file_id_idx ON kyc_submissions (selfie_file_id);
CREATE INDEX kyc_submissions_reviewed_by_idx ON kyc_submissions (reviewed_by);

-- Lines stay when the people in them are gone, so nothing is referenced.
CREATE TABLE audit_logs (
  id              bigserial PRIMARY KEY,
  actor_user_id   uuid,
  actor_ip        inet,
  entity_type     varchar NOT NULL,
  entity_id       text,
  action          varchar NOT NULL,
  before          jsonb,
  after           jsonb,
  created_at      timestamptz NOT NULL DEFAULT now(),
  actor_ip_sealed bytea,
  CONSTRAINT audit_logs_actor_ip_check CHECK (
    actor_ip = network(actor_ip)::inet AND masklen(actor_ip) <= CASE family(actor_ip) WHEN 4 THEN 24 ELSE 48 END),
  -- An open list: later migrations add to it.
  CONSTRAINT audit_logs_action_check CHECK (action IN (
    'created', 'updated', 'deleted', 'login_failed', 'kyc_reviewed',
    'signed_up', 'logged_in', 'logged_out', 'password_changed', 'role_changed', 'suspended', 'restored',
    'cancelled', 'ended', 'joined', 'left', 'removed', 'muted', 'locked', 'unlocked',
    'uploaded', 'downloaded', 'viewed', 'exported', 'erased', 'failed'))
);
CREATE INDEX audit_logs_created_at_idx ON audit_logs (created_at);
CREATE INDEX audit_logs_actor_user_id_idx ON audit_logs (actor_user_id, id);
CREATE INDEX audit_logs_entity_idx ON audit_logs (entity_type, entity_id, id);
COMMENT ON COLUMN audit_logs.actor_ip IS 'the network only: /24 of an IPv4, /48 of an IPv6 address';
COMMENT ON COLUMN audit_logs.actor_ip_sealed IS 'the full address, sealed with a key that is not in the database';
REVOKE UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON audit_logs FROM ${app_role};

CREATE TABLE notifications (
  id         uuid PRIMARY KEY,
  user_id    uuid NOT NULL REFERENCES users (id),
  type       varchar NOT NULL,
  payload    jsonb,
  channel    varchar NOT NULL,
  sent       boolean NOT NULL DEFAULT false,
  sent_at    timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  -- An open list: later migrations add to it.
  CONSTRAINT notifications_type_check CHECK (type IN ('meeting_reminder', 'payment', 'system')),
  CONSTRAINT notifications_channel_check CHECK (channel IN ('email', 'push', 'inapp'))
);
CREATE INDEX notifications_user_id_idx ON notifications (user_id, created_at);
CREATE INDEX notifications_unsent_idx ON notifications (created_at) WHERE NOT sent;

CREATE TABLE content (
  id             uuid PRIMARY KEY,
  title          varchar NOT NULL,
  slug           varchar NOT NULL,
  body           text,
  excerpt        text,
  tags           text[],
  published      boolean NOT NULL DEFAULT false,
  published_at   timestamptz,
  author_user_id uuid REFERENCES users (id) ON DELETE SET NULL,
  created_at     timestamptz NOT NULL DEFAULT now(),
  updated_at     timestamptz,
  CONSTRAINT content_slug_key UNIQUE (slug)
);
CREATE INDEX content_published_at_idx ON content (published_at) WHERE published;
CREATE INDEX content_author_user_id_idx ON content (author_user_id);
CREATE INDEX content_tags_idx ON content USING gin (tags);
