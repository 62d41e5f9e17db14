-- How a task ended: done by somebody, lapsed because nobody answered within its limit, interrupted by an event of the diagram, or
-- cancelled together with what it belonged to. ended_by is the name of that event in the diagram.
ALTER TABLE work_item ADD COLUMN ended_as TEXT;
ALTER TABLE work_item ADD COLUMN ended_by TEXT;

-- Of the tasks taken away so far nobody wrote down why. One whose last day was over, and of which nobody was told that it was overdue,
-- was taken away by the boundary event of its limit: where an overdue task stays, its holder's supervisors are told. Of all others no
-- more is known than that they were cancelled.
UPDATE work_item
   SET ended_as = CASE
           WHEN state = 'DONE' THEN 'DONE'
           WHEN due_on IS NOT NULL AND NOT overdue AND done_at >= (due_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' THEN 'LAPSED'
           ELSE 'CANCELLED' END
 WHERE state <> 'OPEN';

ALTER TABLE work_item ADD CONSTRAINT work_item_ended_as_known CHECK (ended_as IN ('DONE', 'LAPSED', 'INTERRUPTED', 'CANCELLED'));
ALTER TABLE work_item ADD CONSTRAINT work_item_ended_says_how CHECK ((state = 'OPEN') = (ended_as IS NULL)
    AND (state = 'DONE') = (ended_as IS NOT DISTINCT FROM 'DONE'));

-- One visit of a dossier to one step: who had it, from when to when, and how it ended. Unlike the work list, which is a read model and
-- can be built anew, this is the record. A step without a task is one that the system was to carry out and could not.
CREATE TABLE step_run (
    id           BIGINT GENERATED ALWAYS AS IDENTITY,
    work_item_id BIGINT,
    dossier_id   TEXT NOT NULL,
    case_id      TEXT,
    batch_id     TEXT,
    objection_id TEXT,
    pack         TEXT NOT NULL,
    process_key  TEXT NOT NULL,
    step_key     TEXT NOT NULL,
    step_name    TEXT NOT NULL,
    role         TEXT,
    unit_id      TEXT,
    person_id    BIGINT,
    entered_at   TIMESTAMPTZ NOT NULL,
    left_at      TIMESTAMPTZ,
    due_on       DATE,
    -- Counted as the limits are: the day of entering is not counted, the day of leaving is. What lapses does so with the last day of
    -- its limit.
    working_days INT,
    ended_as     TEXT,
    ended_by     TEXT,
    outcome      TEXT,
    CONSTRAINT step_run_pk PRIMARY KEY (id),
    CONSTRAINT step_run_one_per_task UNIQUE (work_item_id),
    CONSTRAINT step_run_work_item_fk FOREIGN KEY (work_item_id) REFERENCES work_item (id),
    CONSTRAINT step_run_case_fk FOREIGN KEY (case_id) REFERENCES eco_case (id),
    CONSTRAINT step_run_batch_fk FOREIGN KEY (batch_id) REFERENCES batch (id),
    CONSTRAINT step_run_objection_fk FOREIGN KEY (objection_id) REFERENCES objection (id),
    CONSTRAINT step_run_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT step_run_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT step_run_ended_as_known CHECK (ended_as IN ('DONE', 'LAPSED', 'INTERRUPTED', 'CANCELLED', 'FAILED')),
    CONSTRAINT step_run_left_says_how CHECK ((left_at IS NULL) = (ended_as IS NULL) AND (left_at IS NULL) = (working_days IS NULL)),
    CONSTRAINT step_run_only_failed_without_task CHECK (work_item_id IS NOT NULL OR ended_as IS NOT DISTINCT FROM 'FAILED')
);
CREATE INDEX step_run_by_dossier ON step_run (dossier_id, id);
CREATE INDEX step_run_by_case ON step_run (case_id, id);
CREATE INDEX step_run_by_step ON step_run (pack, process_key, step_key, entered_at);
CREATE INDEX step_run_by_unit ON step_run (unit_id, left_at);

INSERT INTO step_run (work_item_id, dossier_id, case_id, batch_id, objection_id, pack, process_key, step_key, step_name, role, unit_id,
                      person_id, entered_at, left_at, due_on, working_days, ended_as, ended_by, outcome)
SELECT i.id, i.dossier_id, i.case_id, i.batch_id, i.objection_id, i.pack, i.process_key, i.task_key, i.task_name, i.role, i.unit_id,
       coalesce(i.person_id, nullif(i.done_by, 0)), i.created_at, i.done_at, i.due_on,
       CASE WHEN i.done_at IS NOT NULL THEN (
           SELECT count(*)
             FROM generate_series((i.created_at AT TIME ZONE 'Asia/Shanghai')::date + 1,
                                  CASE WHEN i.ended_as = 'LAPSED' THEN i.due_on ELSE (i.done_at AT TIME ZONE 'Asia/Shanghai')::date END,
                                  INTERVAL '1 day') AS d (day)
             LEFT JOIN calendar_day c ON c.day = d.day::date
            WHERE coalesce(c.kind = 'WORKDAY', extract(isodow FROM d.day) < 6)) END,
       i.ended_as, i.ended_by, i.outcome
  FROM work_item i ORDER BY i.id;
