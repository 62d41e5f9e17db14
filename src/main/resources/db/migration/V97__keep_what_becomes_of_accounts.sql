-- What became of an account, by whom and why: roles are dated rows of membership already, this shows how it came to them. Where it took two
-- administrators, both stand here.
CREATE TABLE person_change (
    id          BIGINT GENERATED ALWAYS AS IDENTITY,
    person_id   BIGINT NOT NULL,
    act         TEXT NOT NULL,
    before_text TEXT NOT NULL,
    after_text  TEXT NOT NULL,
    reason      TEXT NOT NULL,
    by_person   BIGINT NOT NULL,
    with_person BIGINT,
    at          TIMESTAMPTZ NOT NULL,
    CONSTRAINT person_change_pk PRIMARY KEY (id),
    CONSTRAINT person_change_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT person_change_by_fk FOREIGN KEY (by_person) REFERENCES person (id),
    CONSTRAINT person_change_with_fk FOREIGN KEY (with_person) REFERENCES person (id),
    CONSTRAINT person_change_act_known CHECK (act IN ('CHANGED', 'CLOSED', 'REOPENED', 'CODE_ISSUED', 'PASSWORD_CHANGED')),
    CONSTRAINT person_change_takes_two CHECK (with_person <> by_person)
);
CREATE INDEX person_change_by_person ON person_change (person_id, id);

CREATE TRIGGER person_change_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON person_change
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON person_change
    FOR EACH ROW EXECUTE FUNCTION attest_row('person', 'person_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON person_change
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();

-- A code for somebody who decides is asked for by one security administrator and confirmed by another. Each of them hands over one half.
CREATE TABLE code_request (
    id           BIGINT GENERATED ALWAYS AS IDENTITY,
    person_id    BIGINT NOT NULL,
    asked_by     BIGINT NOT NULL,
    asked_at     TIMESTAMPTZ NOT NULL,
    first_digest TEXT NOT NULL,
    state        TEXT NOT NULL,
    decided_by   BIGINT,
    decided_at   TIMESTAMPTZ,
    CONSTRAINT code_request_pk PRIMARY KEY (id),
    CONSTRAINT code_request_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT code_request_asked_fk FOREIGN KEY (asked_by) REFERENCES person (id),
    CONSTRAINT code_request_decided_fk FOREIGN KEY (decided_by) REFERENCES person (id),
    CONSTRAINT code_request_state_known CHECK (state IN ('OPEN', 'CONFIRMED', 'DENIED')),
    CONSTRAINT code_request_is_decided CHECK ((state = 'OPEN') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
    CONSTRAINT code_request_takes_two CHECK (state <> 'CONFIRMED' OR decided_by <> asked_by)
);
CREATE UNIQUE INDEX code_request_one_open ON code_request (person_id) WHERE state = 'OPEN';

CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON code_request
    FOR EACH ROW EXECUTE FUNCTION attest_row('person', 'person_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON code_request
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();

-- Digest of the half that the first administrator hands over; null where one administrator hands over the whole.
ALTER TABLE one_time_code ADD COLUMN first_digest TEXT;

-- The last change of the account that its holder has taken note of.
ALTER TABLE person ADD COLUMN seen_change BIGINT NOT NULL DEFAULT 0;

-- When somebody signed in last, and the time before that, for the person's own eyes; the audit has all of them.
CREATE TABLE last_sign_in (
    person_id        BIGINT NOT NULL,
    at               TIMESTAMPTZ NOT NULL,
    address          TEXT NOT NULL,
    previous_at      TIMESTAMPTZ,
    previous_address TEXT,
    CONSTRAINT last_sign_in_pk PRIMARY KEY (person_id),
    CONSTRAINT last_sign_in_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);
