-- A decision on a park names the release by which it was made: words for what the park has been since are those of its pack. Decisions
-- made on paper name none, and neither do those from before this, of which the day says which pack was in force.
ALTER TABLE park_event
	ADD COLUMN decided_under TEXT,
	ADD CONSTRAINT park_event_decided_under_fk FOREIGN KEY (decided_under) REFERENCES pack_release (id),
	ADD CONSTRAINT park_event_on_paper_is_under_no_release CHECK (decided_under IS NULL OR NOT paper_past);
