-- What is on record outside of the audit is attested in it: each change of such a row is noted here while the transaction runs, and the
-- application writes what was noted into the chain of the row before it commits (ADR 16). Only columns that change are noted, so that what
-- somebody else changed before is never taken for the application's own.

-- A row as it is attested: each column as text; long texts, and what is nobody's business, by digest.
CREATE FUNCTION attested_form(stored JSONB, left_out TEXT[], by_digest TEXT[]) RETURNS JSONB LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(jsonb_object_agg(key, CASE
               WHEN value = 'null' THEN value
               WHEN key = ANY (by_digest) OR octet_length(value #>> '{}') > 200
               THEN jsonb_build_object('sha256', encode(sha256(convert_to(value #>> '{}', 'UTF8')), 'hex'))
               ELSE to_jsonb(value #>> '{}') END), '{}')
      FROM jsonb_each(stored) WHERE key <> ALL (left_out)
$$;

-- A key of several columns as text; unit separators stand in no key.
CREATE FUNCTION attested_key(stored JSONB, columns TEXT[]) RETURNS TEXT LANGUAGE sql IMMUTABLE AS $$
    SELECT string_agg(coalesce(stored ->> name, ''), chr(31) ORDER BY place) FROM unnest(columns) WITH ORDINALITY AS part (name, place)
$$;

-- Arguments: the chain, or what stands before the column that names it; that column or nothing; the columns of the key; columns that are
-- left out; columns that are noted by digest. What is noted lasts as long as the transaction, is rolled back with it, and no other session
-- can write it. Times are noted in UTC whatever zone the session has. Parts of 60 kB keep the cost of a note apart from their number.
CREATE FUNCTION attest_row() RETURNS TRIGGER LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
    left_out  CONSTANT TEXT[] := string_to_array(TG_ARGV[3], ',');
    by_digest CONSTANT TEXT[] := string_to_array(TG_ARGV[4], ',');
    key_of    CONSTANT TEXT[] := string_to_array(TG_ARGV[2], ',');
    stored    CONSTANT JSONB  := CASE TG_OP WHEN 'DELETE' THEN to_jsonb(OLD) ELSE to_jsonb(NEW) END;
    chain     CONSTANT TEXT   := 'rows:' || TG_ARGV[0] || CASE TG_ARGV[1] WHEN '' THEN '' ELSE ':' || coalesce(stored ->> TG_ARGV[1], '') END;
    former    JSONB;
    written   JSONB;
    part      INT := coalesce(nullif(current_setting('ecopark.rows', TRUE), '')::INT, 0);
    noted     TEXT;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        former := to_jsonb(OLD);
        IF attested_key(former, key_of) <> attested_key(stored, key_of) THEN
            RAISE EXCEPTION 'The key of a row of % does not change', TG_TABLE_NAME;
        END IF;
        SELECT jsonb_object_agg(now.key, now.value) INTO written
          FROM jsonb_each(stored) AS now WHERE now.value IS DISTINCT FROM former -> now.key AND now.key <> ALL (left_out);
        IF written IS NULL THEN
            RETURN NULL;
        END IF;
    ELSIF TG_OP = 'INSERT' THEN
        written := stored;
    ELSE
        written := '{}';
    END IF;
    noted := coalesce(current_setting('ecopark.rows_' || part, TRUE), '');
    IF octet_length(noted) > 60000 THEN
        part := part + 1;
        noted := '';
    END IF;
    PERFORM set_config('ecopark.rows', part::TEXT, TRUE);
    PERFORM set_config('ecopark.rows_' || part, noted || jsonb_build_array(chain, TG_TABLE_NAME, attested_key(stored, key_of), TG_OP,
                       attested_form(written, left_out, by_digest))::TEXT || chr(10), TRUE);
    RETURN NULL;
END
$$;

CREATE FUNCTION attested_rows_are_not_emptied() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What is on record is not emptied';
END
$$;

-- The same arguments stand in the code, by which the rows are compared with the chains.
DO $$
DECLARE
    attested RECORD;
BEGIN
    FOR attested IN SELECT * FROM (VALUES
        ('province', 'units', '', 'code', '', ''),
        ('unit', 'units', '', 'id', '', ''),
        ('unit_name', 'units', '', 'unit_id,valid_from', '', ''),
        ('person', 'person', 'id', 'id', 'version', 'password_hash'),
        ('membership', 'person', 'person_id', 'id', '', ''),
        ('expert', 'person', 'person_id', 'person_id', '', ''),
        ('one_time_code', 'person', 'person_id', 'id', '', ''),
        ('calendar_day', 'calendar', '', 'day', '', ''),
        ('calendar_year', 'calendar', '', 'year', '', ''),
        ('park', 'park', 'id', 'id', 'version', ''),
        ('park_event', 'park', 'park_id', 'id', '', ''),
        ('eco_case', 'dossier', 'id', 'id', 'version', ''),
        ('case_party', 'dossier', 'case_id', 'case_id,role,unit_id,person_id', '', ''),
        ('case_number_counter', 'numbers', 'kind', 'year,kind', '', ''),
        ('case_stage', 'dossier', 'case_id', 'id', '', ''),
        ('opinion', 'dossier', 'dossier_id', 'id', '', ''),
        ('correction_point', 'dossier', 'case_id', 'id', '', ''),
        ('timeline_entry', 'dossier', 'case_id', 'id', '', ''),
        ('rectification', 'dossier', 'case_id', 'id', '', ''),
        ('document_version', 'dossier', 'dossier_id', 'id', 'content,failures', ''),
        ('remark', 'dossier', 'dossier_id', 'id', '', ''),
        ('document_number_year', 'numbers', 'series', 'series,year', '', ''),
        ('document_number', 'numbers', 'series', 'id', '', ''),
        ('official_paper', 'dossier', 'dossier_id', 'code', '', ''),
        ('official_paper_body', 'paper', 'code', 'code,position', '', ''),
        ('paper_template', 'templates', '', 'pack,kind,version', '', ''),
        ('work_item', 'dossier', 'dossier_id', 'id', 'version', ''),
        ('form_schema', 'forms', '', 'digest', '', ''),
        ('panel', 'dossier', 'case_id', 'id', '', ''),
        ('panel_member', 'panel', 'panel_id', 'panel_id,person_id', '', ''),
        ('meeting', 'dossier', 'case_id', 'id', '', ''),
        ('batch', 'dossier', 'id', 'id', 'version', ''),
        ('batch_item', 'dossier', 'batch_id', 'batch_id,case_id', '', ''),
        ('ballot', 'dossier', 'batch_id', 'batch_id,case_id,unit_id,round', '', ''),
        ('issued_paper', 'dossier', 'batch_id', 'number', '', ''),
        ('public_notice', 'dossier', 'batch_id', 'batch_id', 'version', ''),
        ('objection', 'dossier', 'batch_id', 'id', '', 'objector,objector_unit,contact'),
        ('objection_counter', 'numbers', '', 'year', '', ''),
        ('case_trace', 'dossier', 'dossier_id', 'id', '', ''),
        ('whole_file_export', 'dossier', 'case_id', 'id', '', '')
    ) AS t (name, chain, chain_column, key_columns, left_out, by_digest) LOOP
        EXECUTE format('CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION attest_row(%L, %L, %L, %L, %L)',
                       attested.name, attested.chain, attested.chain_column, attested.key_columns, attested.left_out, attested.by_digest);
        EXECUTE format('CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied()',
                       attested.name);
    END LOOP;
END
$$;

-- Entries are authenticated by a key that is not in the database. What was written before has none; the first entry after it says so.
ALTER TABLE audit_entry ADD COLUMN key_id TEXT;
ALTER TABLE audit_entry ADD COLUMN mac TEXT;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_mac_names_its_key CHECK ((key_id IS NULL) = (mac IS NULL));

-- Seals are signed by a key that is not in the database.
ALTER TABLE audit_seal ADD COLUMN key_id TEXT;
ALTER TABLE audit_seal ADD COLUMN signature TEXT;
ALTER TABLE audit_seal ADD CONSTRAINT audit_seal_signature_names_its_key CHECK ((key_id IS NULL) = (signature IS NULL));

-- How much of a chain is sealed: the next seal finds the few that have grown without looking at all.
ALTER TABLE audit_chain ADD COLUMN sealed BIGINT NOT NULL DEFAULT 0;
UPDATE audit_chain SET sealed = coalesce((SELECT max(head.count) FROM audit_seal_head AS head WHERE head.subject = audit_chain.subject), 0);
CREATE INDEX audit_chain_unsealed ON audit_chain (subject) WHERE count > sealed;

-- How far each place outside has been told of the seals.
CREATE TABLE audit_seal_place (
    place      TEXT PRIMARY KEY,
    told       BIGINT NOT NULL,
    told_at    TIMESTAMPTZ NOT NULL,
    failures   INT NOT NULL DEFAULT 0,
    try_again  TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- Time stamps by an authority outside (RFC 3161) over the hash of a seal.
CREATE TABLE audit_seal_stamp (
    seq   BIGINT PRIMARY KEY REFERENCES audit_seal (seq),
    at    TIMESTAMPTZ NOT NULL,
    token BYTEA NOT NULL
);
CREATE TRIGGER audit_seal_stamp_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal_stamp
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
