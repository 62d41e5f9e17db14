-- A decision on a park that was entered or dated wrongly is put aside, with the reason, and stays. What takes its place stands where it
-- stood among the decisions: place is the number of the first one entered there.
ALTER TABLE park_event
	ADD COLUMN place          BIGINT,
	ADD COLUMN due_after      DATE,
	ADD COLUMN put_aside_at   TIMESTAMPTZ,
	ADD COLUMN put_aside_why  TEXT NOT NULL DEFAULT '',
	ADD COLUMN replaced_by    BIGINT,
	ADD CONSTRAINT park_event_place_fk FOREIGN KEY (place) REFERENCES park_event (id),
	ADD CONSTRAINT park_event_replaced_by_fk FOREIGN KEY (replaced_by) REFERENCES park_event (id),
	ADD CONSTRAINT park_event_put_aside_says_why CHECK ((put_aside_at IS NULL) = (put_aside_why = '')),
	ADD CONSTRAINT park_event_replaced_is_put_aside CHECK (replaced_by IS NULL OR put_aside_at IS NOT NULL);

-- When the next recheck fell due after a naming was known of the park alone; of one that has been rechecked since, it is counted from the recheck.
UPDATE park_event SET due_after = park.recheck_due_on FROM park
 WHERE park.id = park_event.park_id AND park_event.id = (SELECT max(last.id) FROM park_event last WHERE last.park_id = park.id);
UPDATE park_event SET due_after = recheck_due_on WHERE recheck_due_on IS NOT NULL AND due_after IS NULL;
