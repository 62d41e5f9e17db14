-- Auditors look for entries over all chains: by time, by what was done, by whom. The hash settles the order of entries of one instant.
DROP INDEX audit_entry_by_time;
CREATE INDEX audit_entry_by_time ON audit_entry (at, hash);
CREATE INDEX audit_entry_by_action ON audit_entry (action, at, hash);
CREATE INDEX audit_entry_by_person ON audit_entry (person_id, at, hash);
