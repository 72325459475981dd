-- Who wrote it in the meeting, guests too, and the sender's own id of it, so that a repeated request makes no second one.
ALTER TABLE chat_messages
  ADD COLUMN participant_id uuid REFERENCES meeting_participants (id) ON DELETE SET NULL,
  ADD COLUMN client_id      varchar(64);
CREATE UNIQUE INDEX chat_messages_client_id_key ON chat_messages (participant_id, client_id);
