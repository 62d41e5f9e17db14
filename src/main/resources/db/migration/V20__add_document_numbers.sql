-- One row per series and year: whoever takes a number holds it until the end of the transaction, so that a number rolled back is the next
-- one given. Numbers below the first were used on paper before the system.
CREATE TABLE document_number_year (
    series TEXT NOT NULL,
    year   INT  NOT NULL,
    first  INT  NOT NULL,
    last   INT  NOT NULL,
    CONSTRAINT document_number_year_key PRIMARY KEY (series, year),
    CONSTRAINT document_number_year_first_positive CHECK (first > 0),
    CONSTRAINT document_number_year_last_follows CHECK (last >= first - 1)
);

-- Every number from the first to the last, for ever; what changes is what has become of it.
CREATE TABLE document_number (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    series      TEXT NOT NULL,
    year        INT  NOT NULL,
    number      INT  NOT NULL,
    state       TEXT NOT NULL,
    subject     TEXT NOT NULL,
    dossier_id  TEXT,
    reason      TEXT NOT NULL DEFAULT '',
    taken_on    DATE NOT NULL,
    taken_by    TEXT NOT NULL,
    void_reason TEXT NOT NULL DEFAULT '',
    CONSTRAINT document_number_unique UNIQUE (series, year, number),
    CONSTRAINT document_number_of_year FOREIGN KEY (series, year) REFERENCES document_number_year (series, year),
    CONSTRAINT document_number_state_known CHECK (state IN ('TAKEN', 'RESERVED', 'VOIDED')),
    CONSTRAINT document_number_reserved_says_why CHECK (state <> 'RESERVED' OR reason <> ''),
    CONSTRAINT document_number_voided_says_why CHECK ((state = 'VOIDED') = (void_reason <> ''))
);

-- A number stays what it is: none goes, none becomes another, a voided one is never used again, and the counter goes on by one.
CREATE FUNCTION document_number_stays() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'Document numbers are not deleted';
    ELSIF (NEW.id, NEW.series, NEW.year, NEW.number, NEW.reason) IS DISTINCT FROM (OLD.id, OLD.series, OLD.year, OLD.number, OLD.reason) THEN
        RAISE EXCEPTION 'A document number does not become another';
    ELSIF OLD.state = 'VOIDED' OR (OLD.state = 'TAKEN' AND NEW.state = 'RESERVED') THEN
        RAISE EXCEPTION 'A document number is used once';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER document_number_stays BEFORE UPDATE OR DELETE ON document_number
    FOR EACH ROW EXECUTE FUNCTION document_number_stays();
CREATE TRIGGER document_number_is_not_emptied BEFORE TRUNCATE ON document_number
    FOR EACH STATEMENT EXECUTE FUNCTION document_number_stays();

CREATE FUNCTION document_number_year_goes_on() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' OR (NEW.series, NEW.year, NEW.first) IS DISTINCT FROM (OLD.series, OLD.year, OLD.first) OR NEW.last <> OLD.last + 1 THEN
        RAISE EXCEPTION 'Document numbers are counted one by one';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER document_number_year_goes_on BEFORE UPDATE OR DELETE ON document_number_year
    FOR EACH ROW EXECUTE FUNCTION document_number_year_goes_on();
