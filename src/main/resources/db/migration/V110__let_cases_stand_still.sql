-- 中止: a case stands still from one act of the Office to another. Ground, reason and the document it rests on are those of the day; a case
-- that is closed meanwhile stands still no more.
CREATE TABLE case_suspension (
    id             BIGINT GENERATED ALWAYS AS IDENTITY,
    case_id        TEXT NOT NULL,
    ground         TEXT NOT NULL,
    ground_zh      TEXT NOT NULL,
    ground_en      TEXT NOT NULL,
    reason         TEXT NOT NULL,
    document       TEXT NOT NULL,
    suspended_at   TIMESTAMPTZ NOT NULL,
    suspended_by   BIGINT NOT NULL,
    taken_up_at    TIMESTAMPTZ,
    taken_up_by    BIGINT,
    taken_up_why   TEXT,
    CONSTRAINT case_suspension_pk PRIMARY KEY (id),
    CONSTRAINT case_suspension_case_fk FOREIGN KEY (case_id) REFERENCES eco_case (id),
    CONSTRAINT case_suspension_by_fk FOREIGN KEY (suspended_by) REFERENCES person (id),
    CONSTRAINT case_suspension_taken_up_by_fk FOREIGN KEY (taken_up_by) REFERENCES person (id),
    CONSTRAINT case_suspension_says_why CHECK (ground <> '' AND reason <> ''),
    CONSTRAINT case_suspension_ends_with_a_reason CHECK ((taken_up_at IS NULL) = (taken_up_why IS NULL) AND taken_up_why <> ''),
    CONSTRAINT case_suspension_ends_after_it_began CHECK (taken_up_at >= suspended_at)
);
CREATE UNIQUE INDEX case_suspension_one_at_a_time ON case_suspension (case_id) WHERE taken_up_at IS NULL;
CREATE INDEX case_suspension_by_case ON case_suspension (case_id, id);

CREATE TRIGGER case_suspension_stays BEFORE UPDATE ON case_suspension
    FOR EACH ROW WHEN (OLD.taken_up_at IS NOT NULL
        OR (NEW.id, NEW.case_id, NEW.ground, NEW.ground_zh, NEW.ground_en, NEW.reason, NEW.document, NEW.suspended_at, NEW.suspended_by)
           IS DISTINCT FROM
           (OLD.id, OLD.case_id, OLD.ground, OLD.ground_zh, OLD.ground_en, OLD.reason, OLD.document, OLD.suspended_at, OLD.suspended_by))
    EXECUTE FUNCTION record_stays();
CREATE TRIGGER case_suspension_is_not_deleted BEFORE DELETE ON case_suspension
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON case_suspension
    FOR EACH ROW EXECUTE FUNCTION attest_row('dossier', 'case_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON case_suspension
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();

-- The limits that ran when the case was suspended: the last day that each had, the day it was counted from, and how many working days it
-- had been given. While the case stands still its tasks have no last day.
CREATE TABLE suspended_step (
    suspension_id BIGINT NOT NULL,
    work_item_id  BIGINT NOT NULL,
    case_id       TEXT NOT NULL,
    began_on      DATE NOT NULL,
    due_on        DATE NOT NULL,
    days          INT NOT NULL,
    days_left     INT NOT NULL,
    CONSTRAINT suspended_step_pk PRIMARY KEY (suspension_id, work_item_id),
    CONSTRAINT suspended_step_suspension_fk FOREIGN KEY (suspension_id) REFERENCES case_suspension (id),
    CONSTRAINT suspended_step_item_fk FOREIGN KEY (work_item_id) REFERENCES work_item (id)
);
CREATE INDEX suspended_step_by_item ON suspended_step (work_item_id);
CREATE TRIGGER suspended_step_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON suspended_step
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON suspended_step
    FOR EACH ROW EXECUTE FUNCTION attest_row('dossier', 'case_id', 'suspension_id,work_item_id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON suspended_step
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
