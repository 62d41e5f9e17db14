-- A point that an adviser has raised is the park's business only when whoever decides sends it on. Points that were answered before this
-- column was there have been sent.
ALTER TABLE correction_point ADD COLUMN sent_at TIMESTAMPTZ;

DROP TRIGGER correction_point_stays ON correction_point;
CREATE TRIGGER correction_point_stays BEFORE UPDATE ON correction_point
    FOR EACH ROW WHEN (
        (NEW.id, NEW.case_id, NEW.opinion_id, NEW.number, NEW.subject, NEW.remark)
            IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.opinion_id, OLD.number, OLD.subject, OLD.remark)
        OR (NEW.answer, NEW.answered_at) IS DISTINCT FROM (OLD.answer, OLD.answered_at) AND OLD.state <> 'OPEN'
        OR OLD.sent_at IS NOT NULL AND NEW.sent_at IS DISTINCT FROM OLD.sent_at
        OR array_position(ARRAY['OPEN', 'ANSWERED', 'SETTLED'], NEW.state) < array_position(ARRAY['OPEN', 'ANSWERED', 'SETTLED'], OLD.state))
    EXECUTE FUNCTION record_stays();
