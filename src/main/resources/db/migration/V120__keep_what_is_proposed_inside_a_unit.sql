-- 拟办: what one person of a unit has submitted where others have to sign before it is decided, as it was entered. It stays as it is.
CREATE TABLE decision_proposal (
    id           BIGINT GENERATED ALWAYS AS IDENTITY,
    work_item_id BIGINT NOT NULL,
    dossier_id   TEXT NOT NULL,
    unit_id      TEXT NOT NULL,
    person_id    BIGINT NOT NULL,
    person_name  TEXT NOT NULL,
    at           TIMESTAMPTZ NOT NULL,
    outcome      TEXT NOT NULL,
    fields       JSONB NOT NULL,
    -- What was decided on: its form, the documents that lay there or were handed in with it, the text of a joint decision.
    form_digest  TEXT NOT NULL,
    documents    JSONB NOT NULL,
    decided_text TEXT NOT NULL,
    CONSTRAINT decision_proposal_pk PRIMARY KEY (id),
    CONSTRAINT decision_proposal_work_item_fk FOREIGN KEY (work_item_id) REFERENCES work_item (id),
    CONSTRAINT decision_proposal_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);
CREATE INDEX decision_proposal_by_task ON decision_proposal (work_item_id, id);
CREATE INDEX decision_proposal_by_dossier ON decision_proposal (dossier_id);

-- 审核, 签发, 退回, 撤回, 失效: what has become of a proposal. Nobody has done it when it fell by itself.
CREATE TABLE proposal_act (
    id          BIGINT GENERATED ALWAYS AS IDENTITY,
    proposal_id BIGINT NOT NULL,
    dossier_id  TEXT NOT NULL,
    act         TEXT NOT NULL,
    person_id   BIGINT,
    person_name TEXT,
    at          TIMESTAMPTZ NOT NULL,
    reason      TEXT NOT NULL,
    CONSTRAINT proposal_act_pk PRIMARY KEY (id),
    CONSTRAINT proposal_act_proposal_fk FOREIGN KEY (proposal_id) REFERENCES decision_proposal (id),
    CONSTRAINT proposal_act_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT proposal_act_known CHECK (act IN ('REVIEWED', 'SENT_BACK', 'SIGNED', 'WITHDRAWN', 'FELL')),
    CONSTRAINT proposal_act_is_somebodys CHECK ((act = 'FELL') = (person_id IS NULL) AND (person_id IS NULL) = (person_name IS NULL)),
    CONSTRAINT proposal_act_gives_reason CHECK (act NOT IN ('SENT_BACK', 'FELL') OR reason <> '')
);
CREATE INDEX proposal_act_of_proposal ON proposal_act (proposal_id, id);
-- A proposal ends once, and each signs it once.
CREATE UNIQUE INDEX proposal_act_ends_once ON proposal_act (proposal_id) WHERE act <> 'REVIEWED';
CREATE UNIQUE INDEX proposal_act_once_each ON proposal_act (proposal_id, person_id) WHERE act IN ('REVIEWED', 'SIGNED');

CREATE TRIGGER decision_proposal_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON decision_proposal
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON decision_proposal
    FOR EACH ROW EXECUTE FUNCTION attest_row('dossier', 'dossier_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON decision_proposal
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
CREATE TRIGGER proposal_act_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON proposal_act
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON proposal_act
    FOR EACH ROW EXECUTE FUNCTION attest_row('dossier', 'dossier_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON proposal_act
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
