-- Who has said what of dated reference data, and why. The series itself shows what holds; this shows how it came to that.
CREATE TABLE reference_change (
    id          BIGINT GENERATED ALWAYS AS IDENTITY,
    kind        TEXT NOT NULL,
    series      TEXT NOT NULL,
    act         TEXT NOT NULL,
    before_text TEXT NOT NULL,
    after_text  TEXT NOT NULL,
    source      TEXT NOT NULL,
    confirmed   BOOLEAN NOT NULL,
    reason      TEXT NOT NULL,
    token       TEXT NOT NULL,
    person_id   BIGINT NOT NULL,
    at          TIMESTAMPTZ NOT NULL,
    CONSTRAINT reference_change_pk PRIMARY KEY (id),
    CONSTRAINT reference_change_once_by_token UNIQUE (token),
    CONSTRAINT reference_change_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT reference_change_kind_known CHECK (kind IN ('PARTIES', 'TECHNICAL_UNIT', 'TITLE', 'UNIT_NAME', 'CALENDAR')),
    CONSTRAINT reference_change_act_known CHECK (act IN ('BEGUN', 'CORRECTED', 'CANCELLED', 'DAYS_SET')),
    CONSTRAINT reference_change_says_why CHECK (reason <> '')
);
CREATE INDEX reference_change_by_series ON reference_change (kind, series, id);

CREATE TRIGGER reference_change_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON reference_change
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON reference_change
    FOR EACH ROW EXECUTE FUNCTION attest_row('reference', '', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON reference_change
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();

-- The names of a unit that an administrator has changed are no longer those that come with the program.
ALTER TABLE unit ADD COLUMN names_changed BOOLEAN NOT NULL DEFAULT FALSE;
