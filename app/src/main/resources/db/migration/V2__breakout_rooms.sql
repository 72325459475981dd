-- Breakouts: further rooms of one meeting. Every row is reachable by meeting_id alone.

CREATE TABLE breakout_rooms (
  id                   uuid PRIMARY KEY,
  meeting_id           uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  name                 varchar NOT NULL,
  position             integer NOT NULL,
  status               varchar NOT NULL DEFAULT 'created',
  assignment           varchar NOT NULL DEFAULT 'manual',
  max_participants     integer,
  conference_server_id varchar,
  opened_at            timestamptz,
  -- When the timer runs out; null without one.
  closes_at            timestamptz,
  closed_at            timestamptz,
  created_by           uuid REFERENCES meeting_participants (id) ON DELETE SET NULL,
  created_at           timestamptz NOT NULL DEFAULT now(),
  updated_at           timestamptz,
  CONSTRAINT breakout_rooms_meeting_id_key UNIQUE (meeting_id, id),
  CONSTRAINT breakout_rooms_status_check CHECK (status IN ('created', 'open', 'closing', 'closed')),
  CONSTRAINT breakout_rooms_assignment_check CHECK (assignment IN ('manual', 'random', 'choice')),
  CONSTRAINT breakout_rooms_position_check CHECK (position > 0),
  CONSTRAINT breakout_rooms_max_participants_check CHECK (max_participants > 0)
);
-- Closed ones stay as history; among the others a name and a place is taken once.
CREATE UNIQUE INDEX breakout_rooms_name_key ON breakout_rooms (meeting_id, lower(name)) WHERE status <> 'closed';
CREATE UNIQUE INDEX breakout_rooms_position_key ON breakout_rooms (meeting_id, position) WHERE status <> 'closed';
CREATE INDEX breakout_rooms_closes_at_idx ON breakout_rooms (closes_at) WHERE status IN ('open', 'closing');
CREATE INDEX breakout_rooms_created_by_idx ON breakout_rooms (created_by);

ALTER TABLE meeting_participants ADD CONSTRAINT meeting_participants_meeting_id_key UNIQUE (meeting_id, id);

CREATE TABLE breakout_participants (
  id                uuid PRIMARY KEY,
  meeting_id        uuid NOT NULL REFERENCES meetings (id) ON DELETE CASCADE,
  breakout_room_id  uuid NOT NULL,
  participant_id    uuid NOT NULL,
  -- Who put the person there: a host by hand, the dice, or the person.
  assigned_by       varchar NOT NULL DEFAULT 'host',
  assigned_at       timestamptz NOT NULL DEFAULT now(),
  joined_at         timestamptz,
  left_at           timestamptz,
  help_requested_at timestamptz,
  CONSTRAINT breakout_participants_room_fkey FOREIGN KEY (meeting_id, breakout_room_id)
    REFERENCES breakout_rooms (meeting_id, id) ON DELETE CASCADE,
  CONSTRAINT breakout_participants_participant_fkey FOREIGN KEY (meeting_id, participant_id)
    REFERENCES meeting_participants (meeting_id, id) ON DELETE CASCADE,
  CONSTRAINT breakout_participants_assigned_by_check CHECK (assigned_by IN ('host', 'random', 'self')),
  CONSTRAINT breakout_participants_left_after_joined_check CHECK (left_at >= joined_at)
);
CREATE INDEX breakout_participants_room_idx ON breakout_participants (meeting_id, breakout_room_id);
-- Nobody is in two breakouts of a meeting at a time.
CREATE UNIQUE INDEX breakout_participants_one_room_key ON breakout_participants (meeting_id, participant_id) WHERE left_at IS NULL;
CREATE INDEX breakout_participants_participant_idx ON breakout_participants (participant_id);
