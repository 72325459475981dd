-- Who is staff is said once: users.role is admin exactly when admin_users has a row with the role admin, and whoever has
-- the user role support has no row there. Checked when a transaction commits, so that it may write the two in any order.
CREATE FUNCTION staff_roles_agree() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  person uuid;
  told varchar;
  appointed varchar;
BEGIN
  IF TG_TABLE_NAME = 'users' THEN
    person := NEW.id;
  ELSIF TG_OP = 'DELETE' THEN
    person := OLD.user_id;
  ELSE
    person := NEW.user_id;
  END IF;
  SELECT role INTO told FROM users WHERE id = person;
  SELECT role INTO appointed FROM admin_users WHERE user_id = person;
  IF (coalesce(told, '') = 'admin') <> (coalesce(appointed, '') = 'admin') THEN
    RAISE EXCEPTION 'users.role of % is %, admin_users.role is %', person, told, appointed USING ERRCODE = 'check_violation';
  END IF;
  IF told = 'support' AND appointed IS NOT NULL THEN
    RAISE EXCEPTION 'support user % has a row in admin_users', person USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER users_role_agrees AFTER INSERT OR UPDATE OF role ON users
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION staff_roles_agree();
CREATE CONSTRAINT TRIGGER admin_users_role_agrees AFTER INSERT OR DELETE OR UPDATE ON admin_users
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION staff_roles_agree();

-- A part of a name or an address finds a user; the index is there where the database offers trigrams, which it does
-- without superuser since PostgreSQL 13. Without them the same questions are answered by reading the table.
DO $$ BEGIN
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE INDEX users_email_trigrams_idx ON users USING gin (lower(email) gin_trgm_ops);
  CREATE INDEX users_names_trigrams_idx ON users
    USING gin (lower(coalesce(display_name, '') || ' ' || coalesce(full_name, '')) gin_trgm_ops);
EXCEPTION WHEN OTHERS THEN
  RAISE NOTICE 'no trigram index: %', SQLERRM;
END $$;
