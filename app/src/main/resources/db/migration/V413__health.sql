-- Written by every look at health, for nobody to read: large enough that each needs a page of its own, as real rows do.
CREATE TABLE health_writes (
  id         smallint PRIMARY KEY CHECK (id = 1),
  written_at timestamptz NOT NULL,
  filler     varchar NOT NULL
);
ALTER TABLE health_writes ALTER COLUMN filler SET STORAGE PLAIN;
