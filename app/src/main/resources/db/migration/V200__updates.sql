-- What open pages are told: numbered for each topic without a gap, and pushed only after it stands here.
CREATE TABLE update_topics (
  topic    text PRIMARY KEY,
  last_seq bigint NOT NULL
);

CREATE TABLE updates (
  topic text NOT NULL,
  seq   bigint NOT NULL,
  kind  text NOT NULL,
  data  jsonb NOT NULL,
  at    timestamptz NOT NULL,
  PRIMARY KEY (topic, seq)
);
-- For the daily removal of old ones only.
CREATE INDEX updates_at_idx ON updates USING brin (at);
