-- A closed case does not open again, since its flow has ended. The Office lets a new case take over what was handed in; each names the other.
CREATE TABLE case_continuation (
    case_id        TEXT NOT NULL,
    former_case_id TEXT NOT NULL,
    reason         TEXT NOT NULL,
    person_id      BIGINT NOT NULL,
    at             TIMESTAMPTZ NOT NULL,
    CONSTRAINT case_continuation_pk PRIMARY KEY (case_id),
    CONSTRAINT case_continuation_once UNIQUE (former_case_id),
    CONSTRAINT case_continuation_case_fk FOREIGN KEY (case_id) REFERENCES eco_case (id),
    CONSTRAINT case_continuation_former_fk FOREIGN KEY (former_case_id) REFERENCES eco_case (id),
    CONSTRAINT case_continuation_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT case_continuation_of_another CHECK (case_id <> former_case_id),
    CONSTRAINT case_continuation_says_why CHECK (reason <> '')
);
CREATE TRIGGER case_continuation_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON case_continuation
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON case_continuation
    FOR EACH ROW EXECUTE FUNCTION attest_row('dossier', 'case_id', 'case_id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON case_continuation
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
