-- How somebody wants to be addressed, and their picture in several sizes.
ALTER TABLE users
  ADD COLUMN language  varchar,
  ADD COLUMN time_zone varchar;
COMMENT ON COLUMN users.phone IS 'E.164';
COMMENT ON COLUMN users.language IS 'a language tag (RFC 5646)';
COMMENT ON COLUMN users.time_zone IS 'a name of the IANA time zone database';

CREATE TABLE profile_pictures (
  -- 128 random bits: whoever knows it was shown the picture.
  picture_key varchar NOT NULL,
  -- Pixels of a side.
  size        integer NOT NULL,
  user_id     uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  file_id     uuid NOT NULL REFERENCES files (id) ON DELETE CASCADE,
  PRIMARY KEY (picture_key, size)
);
CREATE INDEX profile_pictures_user_id_idx ON profile_pictures (user_id);
CREATE INDEX profile_pictures_file_id_idx ON profile_pictures (file_id);
