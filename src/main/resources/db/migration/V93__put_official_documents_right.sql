-- An official document that went out is corrected by another one or voided. Somebody proposes it with a reason; each body that issued the
-- document says whether it agrees; when all have agreed it is carried out.
CREATE TABLE document_correction (
    id            BIGINT GENERATED ALWAYS AS IDENTITY,
    code          TEXT NOT NULL,
    dossier_id    TEXT NOT NULL,
    act           TEXT NOT NULL,
    reason        TEXT NOT NULL,
    mistake       TEXT NOT NULL DEFAULT '',
    issued_on     DATE,
    proposed_by   BIGINT NOT NULL,
    proposer_unit TEXT NOT NULL,
    proposed_at   TIMESTAMPTZ NOT NULL,
    state         TEXT NOT NULL DEFAULT 'OPEN',
    settled_at    TIMESTAMPTZ,
    CONSTRAINT document_correction_pk PRIMARY KEY (id),
    CONSTRAINT document_correction_paper_fk FOREIGN KEY (code) REFERENCES official_paper (code),
    CONSTRAINT document_correction_person_fk FOREIGN KEY (proposed_by) REFERENCES person (id),
    CONSTRAINT document_correction_act_known CHECK (act IN ('REPLACE', 'VOID')),
    CONSTRAINT document_correction_state_known CHECK (state IN ('OPEN', 'DONE', 'REFUSED', 'TAKEN_BACK')),
    CONSTRAINT document_correction_says_why CHECK (reason <> ''),
    CONSTRAINT document_correction_says_what CHECK ((act = 'REPLACE') = (issued_on IS NOT NULL AND mistake <> '')),
    CONSTRAINT document_correction_settled_at_a_time CHECK ((state = 'OPEN') = (settled_at IS NULL))
);
CREATE UNIQUE INDEX document_correction_one_at_a_time ON document_correction (code) WHERE state = 'OPEN';
CREATE INDEX document_correction_by_code ON document_correction (code, id);

-- What a body that issued the document says of it, once.
CREATE TABLE document_correction_word (
    correction_id BIGINT NOT NULL,
    unit_id       TEXT NOT NULL,
    person_id     BIGINT NOT NULL,
    person_name   TEXT NOT NULL,
    agrees        BOOLEAN NOT NULL,
    reason        TEXT NOT NULL DEFAULT '',
    at            TIMESTAMPTZ NOT NULL,
    CONSTRAINT document_correction_word_pk PRIMARY KEY (correction_id, unit_id),
    CONSTRAINT document_correction_word_fk FOREIGN KEY (correction_id) REFERENCES document_correction (id),
    CONSTRAINT document_correction_word_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT document_correction_word_no_says_why CHECK (agrees OR reason <> '')
);
CREATE TRIGGER document_correction_word_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON document_correction_word
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();

CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON document_correction
    FOR EACH ROW EXECUTE FUNCTION attest_row('dossier', 'dossier_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON document_correction
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON document_correction_word
    FOR EACH ROW EXECUTE FUNCTION attest_row('document-correction', 'correction_id', 'correction_id,unit_id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON document_correction_word
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();

-- A batch has one joint document that holds; those it corrected or that were voided stay beside it.
ALTER TABLE issued_paper DROP CONSTRAINT issued_paper_one_per_batch;
ALTER TABLE issued_paper ADD COLUMN state TEXT NOT NULL DEFAULT 'ISSUED';
ALTER TABLE issued_paper ADD COLUMN replaced_by TEXT;
ALTER TABLE issued_paper ADD CONSTRAINT issued_paper_state_known CHECK (state IN ('ISSUED', 'SUPERSEDED', 'VOIDED'));
ALTER TABLE issued_paper ADD CONSTRAINT issued_paper_replaced_by_one CHECK ((state = 'SUPERSEDED') = (replaced_by IS NOT NULL));
CREATE UNIQUE INDEX issued_paper_one_holds_per_batch ON issued_paper (batch_id) WHERE state = 'ISSUED';
CREATE INDEX issued_paper_by_batch ON issued_paper (batch_id, recorded_at);
