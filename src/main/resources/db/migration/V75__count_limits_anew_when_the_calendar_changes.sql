-- The calendar may change while steps are open. Whoever counts a date that is kept holds the calendar while his transaction runs, and reads
-- it anew when the number of its version is another than the one he knows.
CREATE TABLE calendar_version (
    single  BOOLEAN NOT NULL DEFAULT TRUE,
    version BIGINT NOT NULL,
    CONSTRAINT calendar_version_pk PRIMARY KEY (single),
    CONSTRAINT calendar_version_has_one_row CHECK (single)
);
INSERT INTO calendar_version (version) VALUES (0);

-- Open steps whose limit is to be counted anew, with what was given before the calendar changed: so many working days from that day on. A
-- row goes when it is done.
CREATE TABLE due_recount (
    work_item_id BIGINT NOT NULL,
    began_on     DATE NOT NULL,
    days         INT NOT NULL,
    try_at       TIMESTAMPTZ NOT NULL DEFAULT now(),
    tries        INT NOT NULL DEFAULT 0,
    CONSTRAINT due_recount_pk PRIMARY KEY (work_item_id)
);
CREATE INDEX due_recount_next ON due_recount (try_at, work_item_id);

-- Public notices that run likewise; how long each lasts is known of its release.
CREATE TABLE notice_recount (
    batch_id TEXT NOT NULL,
    try_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
    tries    INT NOT NULL DEFAULT 0,
    CONSTRAINT notice_recount_pk PRIMARY KEY (batch_id)
);

-- The last day of a visit may change as long as it goes on; all else stays as before.
DROP TRIGGER step_run_stays ON step_run;
CREATE TRIGGER step_run_stays BEFORE UPDATE ON step_run
    FOR EACH ROW WHEN (OLD.left_at IS NOT NULL
        OR (NEW.id, NEW.work_item_id, NEW.dossier_id, NEW.case_id, NEW.batch_id, NEW.objection_id, NEW.pack, NEW.release, NEW.process_key,
            NEW.step_key, NEW.step_name, NEW.role, NEW.unit_id, NEW.entered_at)
           IS DISTINCT FROM
           (OLD.id, OLD.work_item_id, OLD.dossier_id, OLD.case_id, OLD.batch_id, OLD.objection_id, OLD.pack, OLD.release, OLD.process_key,
            OLD.step_key, OLD.step_name, OLD.role, OLD.unit_id, OLD.entered_at)
        OR (OLD.due_on IS NULL) <> (NEW.due_on IS NULL)
        OR OLD.person_id IS NOT NULL AND NEW.person_id IS DISTINCT FROM OLD.person_id)
    EXECUTE FUNCTION record_stays();
