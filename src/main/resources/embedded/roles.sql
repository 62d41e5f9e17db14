-- The application signs in as a role that owns nothing; tables belong to another, which migrates them. What a former version made as
-- superuser is handed over. The application's rights are granted after each migration.
DO $$
DECLARE
    found RECORD;
BEGIN
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ecopark_owner') THEN
        CREATE ROLE ecopark_owner LOGIN;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ecopark_application') THEN
        CREATE ROLE ecopark_application LOGIN;
    END IF;
    ALTER SCHEMA public OWNER TO ecopark_owner;
    FOR found IN SELECT c.relname, c.relkind FROM pg_class c
                  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'S') AND c.relowner <> 'ecopark_owner'::regrole
                    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype IN ('a', 'i') AND c.relkind = 'S') LOOP
        EXECUTE format('ALTER TABLE public.%I OWNER TO ecopark_owner', found.relname);
    END LOOP;
    FOR found IN SELECT p.oid::regprocedure AS name FROM pg_proc p
                  WHERE p.pronamespace = 'public'::regnamespace AND p.proowner <> 'ecopark_owner'::regrole LOOP
        EXECUTE format('ALTER FUNCTION %s OWNER TO ecopark_owner', found.name);
    END LOOP;
END
$$;
