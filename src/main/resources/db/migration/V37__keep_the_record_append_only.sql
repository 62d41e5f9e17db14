-- What is on record is not changed and not deleted, by whatever way somebody comes to the table. One function refuses; the triggers say
-- when. Correcting a mistake means writing a further entry.
CREATE FUNCTION record_stays() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What is on record in % stays as it is', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER opinion_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON opinion
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER ballot_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON ballot
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER timeline_entry_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON timeline_entry
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER case_trace_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON case_trace
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();

-- A paper may change, be refused and be dropped until it is submitted; from then on nothing of it changes.
CREATE TRIGGER document_version_submitted_stays BEFORE UPDATE OR DELETE ON document_version
    FOR EACH ROW WHEN (OLD.state = 'SUBMITTED') EXECUTE FUNCTION record_stays();
CREATE TRIGGER document_version_is_not_emptied BEFORE TRUNCATE ON document_version
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();

-- A point stays what was raised. It goes from open to answered to settled and never back, and is answered once, while it is open.
CREATE TRIGGER correction_point_is_not_deleted BEFORE DELETE ON correction_point
    FOR EACH ROW EXECUTE FUNCTION record_stays();
CREATE TRIGGER correction_point_is_not_emptied BEFORE TRUNCATE ON correction_point
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER correction_point_stays BEFORE UPDATE ON correction_point
    FOR EACH ROW WHEN (
        (NEW.id, NEW.case_id, NEW.opinion_id, NEW.number, NEW.subject, NEW.remark)
            IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.opinion_id, OLD.number, OLD.subject, OLD.remark)
        OR (NEW.answer, NEW.answered_at) IS DISTINCT FROM (OLD.answer, OLD.answered_at) AND OLD.state <> 'OPEN'
        OR array_position(ARRAY['OPEN', 'ANSWERED', 'SETTLED'], NEW.state) < array_position(ARRAY['OPEN', 'ANSWERED', 'SETTLED'], OLD.state))
    EXECUTE FUNCTION record_stays();

-- A visit to a step is closed once. Where it began, and who had it, stays; who did it is entered when it ends.
CREATE TRIGGER step_run_is_not_deleted BEFORE DELETE ON step_run
    FOR EACH ROW EXECUTE FUNCTION record_stays();
CREATE TRIGGER step_run_is_not_emptied BEFORE TRUNCATE ON step_run
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER step_run_stays BEFORE UPDATE ON step_run
    FOR EACH ROW WHEN (OLD.left_at IS NOT NULL
        OR (NEW.id, NEW.work_item_id, NEW.dossier_id, NEW.case_id, NEW.batch_id, NEW.objection_id, NEW.pack, NEW.process_key, NEW.step_key,
            NEW.step_name, NEW.role, NEW.unit_id, NEW.entered_at, NEW.due_on)
           IS DISTINCT FROM
           (OLD.id, OLD.work_item_id, OLD.dossier_id, OLD.case_id, OLD.batch_id, OLD.objection_id, OLD.pack, OLD.process_key, OLD.step_key,
            OLD.step_name, OLD.role, OLD.unit_id, OLD.entered_at, OLD.due_on)
        OR OLD.person_id IS NOT NULL AND NEW.person_id IS DISTINCT FROM OLD.person_id)
    EXECUTE FUNCTION record_stays();
