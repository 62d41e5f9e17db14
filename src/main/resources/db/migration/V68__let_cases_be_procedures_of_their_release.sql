-- The kind of a case is the procedure of its release: the id of the diagram that carries it, and no longer a word of the program. Old lines
-- of the timeline keep the word they were written with.
UPDATE eco_case SET kind = lower(kind);

-- Numbers are counted by the character that stands in them, so that they are taken once whatever procedure of whatever pack takes them.
-- A row goes by its key in the audit: the old ones end, new ones begin.
CREATE TEMPORARY TABLE counted ON COMMIT DROP AS SELECT year, kind, last FROM case_number_counter;
DELETE FROM case_number_counter;
DROP TRIGGER row_is_attested ON case_number_counter;
ALTER TABLE case_number_counter RENAME COLUMN kind TO mark;
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON case_number_counter
    FOR EACH ROW EXECUTE FUNCTION attest_row('numbers', 'mark', 'year,mark', '', '');
INSERT INTO case_number_counter (year, mark, last)
SELECT year, CASE kind WHEN 'CREATION' THEN '创' WHEN 'AWARD' THEN '命' WHEN 'RECHECK' THEN '复' WHEN 'REVOCATION' THEN '撤' ELSE kind END, last
  FROM counted;
