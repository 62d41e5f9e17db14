-- 催办, 限期, 视为未答复: what the Office did about a step that somebody else does not do. A last day can be set again, later; the newest
-- counts. The entry of silence says that the flow went on without an answer.
CREATE TABLE urging (
    id           BIGINT GENERATED ALWAYS AS IDENTITY,
    work_item_id BIGINT NOT NULL,
    dossier_id   TEXT NOT NULL,
    act          TEXT NOT NULL,
    text         TEXT NOT NULL,
    last_day     DATE,
    person_id    BIGINT NOT NULL,
    at           TIMESTAMPTZ NOT NULL,
    CONSTRAINT urging_pk PRIMARY KEY (id),
    CONSTRAINT urging_work_item_fk FOREIGN KEY (work_item_id) REFERENCES work_item (id),
    CONSTRAINT urging_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT urging_act_known CHECK (act IN ('URGED', 'LAST_DAY', 'SILENCE')),
    CONSTRAINT urging_last_day_names_it CHECK ((act = 'LAST_DAY') = (last_day IS NOT NULL)),
    CONSTRAINT urging_says_something CHECK (text <> '')
);
CREATE INDEX urging_by_task ON urging (work_item_id, id);
-- A step goes on without an answer once.
CREATE UNIQUE INDEX urging_one_silence_per_task ON urging (work_item_id) WHERE act = 'SILENCE';

CREATE TRIGGER urging_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON urging
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON urging
    FOR EACH ROW EXECUTE FUNCTION attest_row('dossier', 'dossier_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON urging
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
