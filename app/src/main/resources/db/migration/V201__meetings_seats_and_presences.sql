-- Seats are counted on the row of the meeting, so that one statement with a condition gives or refuses one.
ALTER TABLE meetings
  ADD COLUMN guests_allowed boolean NOT NULL DEFAULT true,
  ADD COLUMN seats_taken    integer NOT NULL DEFAULT 0,
  ADD COLUMN ended_at       timestamptz,
  ADD COLUMN cancelled_at   timestamptz,
  ADD CONSTRAINT meetings_seats_taken_check CHECK (seats_taken >= 0);

ALTER TABLE meeting_participants
  ADD COLUMN is_seated      boolean NOT NULL DEFAULT false,
  ADD COLUMN hand_raised_at timestamptz,
  ADD COLUMN created_at     timestamptz NOT NULL DEFAULT now();

-- One tab or device of a person in a meeting. Its id is the identity on the media side.
CREATE TABLE meeting_presences (
  id             uuid PRIMARY KEY,
  meeting_id     uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  participant_id uuid NOT NULL REFERENCES meeting_participants (id) ON DELETE CASCADE,
  -- The login session it was made with; null for guests. When that ends, so does the presence.
  session_id     uuid,
  created_at     timestamptz NOT NULL,
  -- While media is not connected, the person's seat is kept until then.
  seat_until     timestamptz,
  is_connected   boolean NOT NULL DEFAULT false,
  -- The connection that counts, and where it is: reports of an earlier one are ignored.
  media_sid      text,
  media_node     text,
  is_muted       boolean NOT NULL DEFAULT true,
  is_video_on    boolean NOT NULL DEFAULT false,
  -- Closed for good: its tokens are dead.
  closed_at      timestamptz,
  closed_for     text
);
CREATE INDEX meeting_presences_meeting_id_idx ON meeting_presences (meeting_id);
CREATE INDEX meeting_presences_participant_id_idx ON meeting_presences (participant_id);
CREATE INDEX meeting_presences_seat_until_idx ON meeting_presences (seat_until) WHERE seat_until IS NOT NULL;
CREATE INDEX meeting_presences_session_id_idx ON meeting_presences (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX meeting_presences_media_node_idx ON meeting_presences (media_node) WHERE is_connected;

-- When a presence was really there, from media connected to the last sign of life.
CREATE TABLE presence_intervals (
  presence_id    uuid NOT NULL REFERENCES meeting_presences (id) ON DELETE CASCADE,
  participant_id uuid NOT NULL REFERENCES meeting_participants (id) ON DELETE CASCADE,
  meeting_id     uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  joined_at      timestamptz NOT NULL,
  left_at        timestamptz,
  leave_reason   text,
  PRIMARY KEY (presence_id, joined_at)
);
CREATE INDEX presence_intervals_meeting_id_idx ON presence_intervals (meeting_id);
CREATE INDEX presence_intervals_participant_id_idx ON presence_intervals (participant_id);

-- Media nodes and when they were last alive: after a crash, the last sign of life of everyone who was on one.
CREATE TABLE media_nodes (
  id           text PRIMARY KEY,
  last_seen_at timestamptz NOT NULL
);
