-- Where two people may edit: who comes later from the same version is told.
ALTER TABLE meetings
  ADD COLUMN version         bigint NOT NULL DEFAULT 0,
  ADD COLUMN column_versions jsonb  NOT NULL DEFAULT '{}';
COMMENT ON COLUMN meetings.version IS 'rises with every change that a host makes';
COMMENT ON COLUMN meetings.column_versions IS 'the version in which each column was last changed';

-- By the time of day, so that rules that were reset and set again have another one.
ALTER TABLE entry_rules
  ADD COLUMN version bigint NOT NULL DEFAULT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint;
