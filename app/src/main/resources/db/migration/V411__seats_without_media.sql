-- A seat that was taken and whose media does not come is kept until then, whatever the tabs of the person say.
ALTER TABLE meeting_participants ADD COLUMN media_due timestamptz;
COMMENT ON COLUMN meeting_participants.media_due IS 'while nothing of them is connected, the seat is kept until then; null while something is';
UPDATE meeting_participants p SET media_due = (
    SELECT max(s.seat_until) FROM meeting_presences s WHERE s.participant_id = p.id)
WHERE p.is_seated AND NOT EXISTS (SELECT 1 FROM meeting_presences s WHERE s.participant_id = p.id AND s.is_connected);

-- Whoever was erased left presences that look like those of guests; only erasing took the reason away.
UPDATE meeting_presences SET closed_for = 'erased' WHERE closed_at IS NOT NULL AND closed_for IS NULL;
