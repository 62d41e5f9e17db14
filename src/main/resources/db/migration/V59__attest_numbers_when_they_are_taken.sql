-- A number is counted FREE outside of every decision, and comes on record with the decision that takes it: then the whole row is noted. What
-- is free says nothing, and the counter of a year says no more than the rows of its numbers.
DROP TRIGGER row_is_attested ON document_number_year;
DROP TRIGGER rows_are_not_emptied ON document_number_year;

CREATE OR REPLACE FUNCTION attest_row() RETURNS TRIGGER LANGUAGE plpgsql SET timezone = 'UTC' AS $$
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
        IF TG_TABLE_NAME = 'document_number' AND former ->> 'state' = 'FREE' THEN
            former := '{}';
        END IF;
        SELECT jsonb_object_agg(now.key, now.value) INTO written
          FROM jsonb_each(stored) AS now WHERE now.value IS DISTINCT FROM former -> now.key AND now.key <> ALL (left_out);
        IF written IS NULL THEN
            RETURN NULL;
        END IF;
    ELSIF TG_OP = 'INSERT' THEN
        IF TG_TABLE_NAME = 'document_number' AND stored ->> 'state' = 'FREE' THEN
            RETURN NULL;
        END IF;
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
