-- A number is counted in a short transaction of its own and is FREE until a decision takes it: whoever does holds that one row until his
-- transaction ends, and nobody else waits for the series. What is rolled back, or dies with its connection, is free again and the first to
-- be given. Every number from the first to the last has its row from the moment it is counted.
ALTER TABLE document_number DROP CONSTRAINT document_number_state_known;
ALTER TABLE document_number ADD CONSTRAINT document_number_state_known CHECK (state IN ('FREE', 'TAKEN', 'RESERVED', 'VOIDED'));
ALTER TABLE document_number ADD CONSTRAINT document_number_free_says_nothing
    CHECK (state <> 'FREE' OR (subject = '' AND dossier_id IS NULL AND reason = '' AND taken_by = ''));
CREATE INDEX document_number_free ON document_number (series, year, number) WHERE state = 'FREE';

-- As before, none goes, none becomes another and a voided one is never used again. Now also: a number begins as FREE, as the last one
-- counted; each change is one of state, in one direction; and what a taken number was taken for stays.
CREATE OR REPLACE FUNCTION document_number_stays() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        IF NEW.state <> 'FREE'
            OR NEW.number IS DISTINCT FROM (SELECT y.last FROM document_number_year y WHERE y.series = NEW.series AND y.year = NEW.year) THEN
            RAISE EXCEPTION 'Document numbers are counted one by one';
        END IF;
        RETURN NEW;
    ELSIF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'Document numbers are not deleted';
    ELSIF (NEW.id, NEW.series, NEW.year, NEW.number) IS DISTINCT FROM (OLD.id, OLD.series, OLD.year, OLD.number)
        OR (NEW.reason IS DISTINCT FROM OLD.reason AND OLD.state <> 'FREE') THEN
        RAISE EXCEPTION 'A document number does not become another';
    ELSIF NOT (OLD.state = 'FREE' AND NEW.state IN ('TAKEN', 'RESERVED', 'VOIDED')
               OR OLD.state = 'RESERVED' AND NEW.state IN ('TAKEN', 'VOIDED')
               OR OLD.state = 'TAKEN' AND NEW.state = 'VOIDED') THEN
        RAISE EXCEPTION 'A document number is used once';
    ELSIF NEW.state = 'VOIDED' AND (NEW.subject, NEW.dossier_id, NEW.taken_on, NEW.taken_by)
                                   IS DISTINCT FROM (OLD.subject, OLD.dossier_id, OLD.taken_on, OLD.taken_by) THEN
        RAISE EXCEPTION 'What a document number was taken for does not change';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER document_number_is_counted BEFORE INSERT ON document_number
    FOR EACH ROW EXECUTE FUNCTION document_number_stays();
