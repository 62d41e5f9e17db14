-- What a recheck came to, and from when a former park may apply again, stand among the decisions about a park: both count for
-- what it may begin later. Codes of grade and result are those of the rule pack under which they were found.
ALTER TABLE park_event
	ADD COLUMN recheck_pack   TEXT,
	ADD COLUMN recheck_grade  TEXT,
	ADD COLUMN recheck_result TEXT,
	ADD COLUMN recheck_passed BOOLEAN,
	ADD COLUMN recheck_due_on DATE,
	ADD COLUMN reapply_from   DATE,
	ADD CONSTRAINT park_event_recheck_is_whole
		CHECK (num_nulls(recheck_pack, recheck_grade, recheck_result, recheck_passed, recheck_due_on) IN (0, 5)),
	ADD CONSTRAINT park_event_locks_a_former_park_only
		CHECK (reapply_from IS NULL OR life_status IN ('REVOKED', 'REMOVED'));
