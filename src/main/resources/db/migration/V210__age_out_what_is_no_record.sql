-- What is no record is removed after a while (docs/adr/0063); each of these is looked for by its age.
CREATE INDEX submission_by_age ON submission (at);
CREATE INDEX content_by_age ON content (stored_at);
CREATE INDEX whole_file_job_by_end ON whole_file_job (ended_at) WHERE state IN ('FAILED', 'EXPIRED');
-- Asked whenever a content is removed.
CREATE INDEX whole_file_job_by_content ON whole_file_job (sha256) WHERE sha256 IS NOT NULL;
CREATE INDEX background_failure_by_settling ON background_failure (settled_at) WHERE settled_at IS NOT NULL;
