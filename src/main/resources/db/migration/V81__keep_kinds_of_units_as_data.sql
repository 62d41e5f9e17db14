-- Which kinds of units there are is data; the program knows only the levels, by which rights go. The level of a kind never changes. Of some
-- levels there is one kind, which bears the name of the level.
CREATE TABLE unit_kind (
    code  TEXT NOT NULL,
    level TEXT NOT NULL,
    zh    TEXT NOT NULL,
    en    TEXT NOT NULL,
    place BIGINT GENERATED ALWAYS AS IDENTITY,
    CONSTRAINT unit_kind_pk PRIMARY KEY (code),
    CONSTRAINT unit_kind_code_is_one CHECK (code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    CONSTRAINT unit_kind_level_known
        CHECK (level IN ('MINISTRY', 'OFFICE', 'PROVINCE', 'CITY', 'TECHNICAL_UNIT', 'PARK', 'EXPERT_POOL', 'ADMINISTRATION')),
    CONSTRAINT unit_kind_is_the_only_one CHECK (level IN ('MINISTRY', 'PROVINCE', 'CITY', 'TECHNICAL_UNIT') OR code = level),
    CONSTRAINT unit_kind_has_labels CHECK (zh <> '' AND en <> '')
);

CREATE FUNCTION unit_kind_keeps_its_level() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The level of the kind % of units does not change', OLD.code;
END
$$;
CREATE TRIGGER unit_kind_keeps_its_level BEFORE UPDATE ON unit_kind
    FOR EACH ROW WHEN (OLD.level IS DISTINCT FROM NEW.level) EXECUTE FUNCTION unit_kind_keeps_its_level();

CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON unit_kind
    FOR EACH ROW EXECUTE FUNCTION attest_row('units', '', 'code', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON unit_kind
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();

-- The kinds come with the program after the migrations; units that are there are of kinds that come with it.
ALTER TABLE unit ADD CONSTRAINT unit_kind_fk FOREIGN KEY (kind) REFERENCES unit_kind (code) NOT VALID;
