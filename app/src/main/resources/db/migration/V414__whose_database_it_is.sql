-- The one installation that works on this database, with however many nodes. Written at the start, by the owner only.
CREATE TABLE installation (
  id              smallint PRIMARY KEY CHECK (id = 1),
  installation_id varchar NOT NULL,
  claimed_by      varchar NOT NULL,
  claimed_at      timestamptz NOT NULL,
  started_by      varchar NOT NULL,
  started_at      timestamptz NOT NULL
);
COMMENT ON COLUMN installation.installation_id IS 'made of the secret key, which cannot be told from it';
COMMENT ON COLUMN installation.started_by IS 'machine and data folder of the node that was started last';
REVOKE ALL ON installation FROM ${app_role};
