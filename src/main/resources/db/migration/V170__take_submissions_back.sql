-- 撤回: whoever has submitted takes it back while the next step has not begun. What was said stays on record as an opinion, and this says
-- that it does not count any more, and why.
CREATE TABLE taken_back (
    id           BIGINT GENERATED ALWAYS AS IDENTITY,
    case_id      TEXT NOT NULL,
    opinion_id   BIGINT NOT NULL,
    work_item_id BIGINT NOT NULL,
    reason       TEXT NOT NULL,
    person_id    BIGINT NOT NULL,
    unit_id      TEXT NOT NULL,
    at           TIMESTAMPTZ NOT NULL,
    CONSTRAINT taken_back_pk PRIMARY KEY (id),
    CONSTRAINT taken_back_once UNIQUE (opinion_id),
    CONSTRAINT taken_back_case_fk FOREIGN KEY (case_id) REFERENCES eco_case (id),
    CONSTRAINT taken_back_opinion_fk FOREIGN KEY (opinion_id) REFERENCES opinion (id),
    CONSTRAINT taken_back_item_fk FOREIGN KEY (work_item_id) REFERENCES work_item (id),
    CONSTRAINT taken_back_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT taken_back_says_why CHECK (reason <> '')
);
CREATE INDEX taken_back_by_case ON taken_back (case_id);
CREATE TRIGGER taken_back_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON taken_back
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON taken_back
    FOR EACH ROW EXECUTE FUNCTION attest_row('dossier', 'case_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON taken_back
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();

-- The opinions that count: who asks for what was said last, how often, and with which form asks here.
CREATE VIEW standing_opinion AS
SELECT o.* FROM opinion o WHERE NOT EXISTS (SELECT 1 FROM taken_back t WHERE t.opinion_id = o.id);

-- Which way the flow went when a task was done, so that it can go back the same way. Tasks of before have none and cannot be taken back.
CREATE TABLE step_way (
    work_item_id   BIGINT NOT NULL,
    instance       TEXT NOT NULL,
    -- What the outcome of that step was in the flow before; null where it had none.
    outcome_before TEXT,
    -- The engine's activity instances and the tasks that came of it.
    arose          TEXT[] NOT NULL,
    came           BIGINT[] NOT NULL,
    -- The last passage of it in case_trace.
    traced         BIGINT NOT NULL,
    -- Why it cannot be gone back; null where it can.
    bar            TEXT,
    CONSTRAINT step_way_pk PRIMARY KEY (work_item_id),
    CONSTRAINT step_way_item_fk FOREIGN KEY (work_item_id) REFERENCES work_item (id)
);

-- What the page said that was submitted, from which its draft is made again. Rows of before have none.
ALTER TABLE submission ADD COLUMN fields JSONB;
CREATE INDEX submission_by_item ON submission (work_item_id);

-- With which opinion a point was answered and settled. Points that fall with a submission that was taken back stay as they were then; their
-- places are taken by copies that are as they were before it.
ALTER TABLE correction_point ADD COLUMN answered_in BIGINT REFERENCES opinion (id);
ALTER TABLE correction_point ADD COLUMN settled_in BIGINT REFERENCES opinion (id);
ALTER TABLE correction_point DROP CONSTRAINT correction_point_state_known;
ALTER TABLE correction_point ADD CONSTRAINT correction_point_state_known CHECK (state IN ('OPEN', 'ANSWERED', 'SETTLED', 'TAKEN_BACK'));
DROP TRIGGER correction_point_stays ON correction_point;
CREATE TRIGGER correction_point_stays BEFORE UPDATE ON correction_point
    FOR EACH ROW WHEN (
        (NEW.id, NEW.case_id, NEW.opinion_id, NEW.number, NEW.subject, NEW.remark)
            IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.opinion_id, OLD.number, OLD.subject, OLD.remark)
        OR (NEW.answer, NEW.answered_at, NEW.answered_in) IS DISTINCT FROM (OLD.answer, OLD.answered_at, OLD.answered_in)
           AND OLD.state <> 'OPEN'
        OR OLD.settled_in IS NOT NULL AND NEW.settled_in IS DISTINCT FROM OLD.settled_in
        OR OLD.sent_at IS NOT NULL AND NEW.sent_at IS DISTINCT FROM OLD.sent_at
        OR array_position(ARRAY['OPEN', 'ANSWERED', 'SETTLED', 'TAKEN_BACK'], NEW.state)
           < array_position(ARRAY['OPEN', 'ANSWERED', 'SETTLED', 'TAKEN_BACK'], OLD.state))
    EXECUTE FUNCTION record_stays();

-- A document that was submitted stays; with its submission it may be taken back, once and for good.
ALTER TABLE document_version DROP CONSTRAINT document_version_state_known;
ALTER TABLE document_version ADD CONSTRAINT document_version_state_known
    CHECK (state IN ('CHECKING', 'REFUSED', 'DRAFT', 'SUBMITTED', 'TAKEN_BACK'));
CREATE FUNCTION submitted_document_stays() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    -- What is generated is not known before.
    IF TG_OP = 'UPDATE' AND OLD.state = 'SUBMITTED' AND NEW.state = 'TAKEN_BACK'
       AND to_jsonb(NEW) - 'state' - 'content' = to_jsonb(OLD) - 'state' - 'content' THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'What is on record in % stays as it is', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;
DROP TRIGGER document_version_submitted_stays ON document_version;
CREATE TRIGGER document_version_submitted_stays BEFORE UPDATE OR DELETE ON document_version
    FOR EACH ROW WHEN (OLD.state IN ('SUBMITTED', 'TAKEN_BACK')) EXECUTE FUNCTION submitted_document_stays();
