-- Who decides jointly, which technical unit takes part from the beginning and what the title is called go by the day of the act, not by the
-- release of a rule pack. Until now they stood in the pack's data. valid_to is the first day that counts no more; NULL: until further notice.
CREATE TABLE joint_parties (
    id         BIGINT GENERATED ALWAYS AS IDENTITY,
    pack       TEXT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to   DATE,
    source     TEXT NOT NULL,
    confirmed  BOOLEAN NOT NULL,
    CONSTRAINT joint_parties_pk PRIMARY KEY (id),
    CONSTRAINT joint_parties_one_from_a_day UNIQUE (pack, valid_from),
    CONSTRAINT joint_parties_last CHECK (valid_from < valid_to),
    CONSTRAINT joint_parties_source_said CHECK (source <> '')
);

-- The body at position 1 leads.
CREATE TABLE joint_party (
    parties_id BIGINT NOT NULL,
    position   INT NOT NULL,
    unit_id    TEXT NOT NULL,
    CONSTRAINT joint_party_pk PRIMARY KEY (parties_id, position),
    CONSTRAINT joint_party_parties_fk FOREIGN KEY (parties_id) REFERENCES joint_parties (id),
    CONSTRAINT joint_party_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT joint_party_has_one_vote UNIQUE (parties_id, unit_id),
    CONSTRAINT joint_party_position_positive CHECK (position > 0)
);

CREATE TABLE technical_unit (
    id         BIGINT GENERATED ALWAYS AS IDENTITY,
    pack       TEXT NOT NULL,
    process    TEXT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to   DATE,
    unit_id    TEXT NOT NULL,
    source     TEXT NOT NULL,
    confirmed  BOOLEAN NOT NULL,
    CONSTRAINT technical_unit_pk PRIMARY KEY (id),
    CONSTRAINT technical_unit_one_from_a_day UNIQUE (pack, process, valid_from),
    CONSTRAINT technical_unit_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT technical_unit_lasts CHECK (valid_from < valid_to),
    CONSTRAINT technical_unit_source_said CHECK (source <> '')
);

CREATE TABLE regime_title (
    id         BIGINT GENERATED ALWAYS AS IDENTITY,
    pack       TEXT NOT NULL,
    valid_from DATE NOT NULL,
    valid_to   DATE,
    zh         TEXT NOT NULL,
    en         TEXT NOT NULL,
    source     TEXT NOT NULL,
    confirmed  BOOLEAN NOT NULL,
    CONSTRAINT regime_title_pk PRIMARY KEY (id),
    CONSTRAINT regime_title_one_from_a_day UNIQUE (pack, valid_from),
    CONSTRAINT regime_title_lasts CHECK (valid_from < valid_to),
    CONSTRAINT regime_title_source_said CHECK (source <> '')
);

-- On each day of a series there is one entry: each ends on the day the next begins. Looked at when the transaction ends, since a change
-- touches two entries. The argument names the columns that tell series apart.
CREATE FUNCTION dated_series_is_whole() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
    broken DATE;
BEGIN
    EXECUTE format('SELECT next.valid_from FROM (SELECT valid_from, lag(valid_to) OVER series AS former, row_number() OVER series AS place
                                                   FROM public.%I WINDOW series AS (PARTITION BY %s ORDER BY valid_from)) AS next
                     WHERE next.place > 1 AND next.former IS DISTINCT FROM next.valid_from LIMIT 1', TG_TABLE_NAME, TG_ARGV[0]) INTO broken;
    IF broken IS NOT NULL THEN
        RAISE EXCEPTION 'The entries of % have a gap or overlap before %', TG_TABLE_NAME, broken;
    END IF;
    RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER joint_parties_are_whole AFTER INSERT OR UPDATE OR DELETE ON joint_parties
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dated_series_is_whole('pack');
CREATE CONSTRAINT TRIGGER technical_unit_is_whole AFTER INSERT OR UPDATE OR DELETE ON technical_unit
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dated_series_is_whole('pack, process');
CREATE CONSTRAINT TRIGGER regime_title_is_whole AFTER INSERT OR UPDATE OR DELETE ON regime_title
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dated_series_is_whole('pack');

CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON joint_parties
    FOR EACH ROW EXECUTE FUNCTION attest_row('reference', '', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON joint_parties
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON joint_party
    FOR EACH ROW EXECUTE FUNCTION attest_row('reference', '', 'parties_id,position', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON joint_party
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON technical_unit
    FOR EACH ROW EXECUTE FUNCTION attest_row('reference', '', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON technical_unit
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON regime_title
    FOR EACH ROW EXECUTE FUNCTION attest_row('reference', '', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON regime_title
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
