-- One queue for all that is done in the background; until now documents were judged, texts read and PDFs merged by three
-- protocols of their own. The columns are those of db-scheduler, which reads and writes them. A row is one piece of work:
-- it is there until it is done or given up, and picked while a node is at it that gives signs of life.
CREATE TABLE background_job (
    task_name            TEXT NOT NULL,
    task_instance        TEXT NOT NULL,
    task_data            BYTEA,
    execution_time       TIMESTAMPTZ NOT NULL,
    picked               BOOLEAN NOT NULL,
    picked_by            TEXT,
    last_success         TIMESTAMPTZ,
    last_failure         TIMESTAMPTZ,
    consecutive_failures INT,
    last_heartbeat       TIMESTAMPTZ,
    version              BIGINT NOT NULL,
    CONSTRAINT background_job_key PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX background_job_due ON background_job (task_name, execution_time) WHERE NOT picked;
CREATE INDEX background_job_alive ON background_job (last_heartbeat) WHERE picked;

-- What waits at this moment goes on, in the order in which it came; how often it was tried is forgotten.
INSERT INTO background_job (task_name, task_instance, execution_time, picked, version)
SELECT 'document-judging', id::text, now() - INTERVAL '1 minute' + row_number() OVER (ORDER BY id) * INTERVAL '1 microsecond', FALSE, 1
  FROM document_version WHERE state = 'CHECKING';
INSERT INTO background_job (task_name, task_instance, execution_time, picked, version)
SELECT 'text-reading', sha256, least(due_at, now()), FALSE, 1 FROM paper_text WHERE state = 'WAITING';
INSERT INTO background_job (task_name, task_instance, execution_time, picked, version)
SELECT 'whole-file', id, ordered_at, FALSE, 1 FROM whole_file_job WHERE state IN ('WAITING', 'RUNNING');

-- Texts are those of documents handed in.
ALTER TABLE paper_text RENAME TO document_text;
ALTER TABLE document_text DROP COLUMN attempts, DROP COLUMN claim, DROP COLUMN due_at;
ALTER TABLE document_text RENAME CONSTRAINT paper_text_pkey TO document_text_pkey;
ALTER TABLE document_text RENAME CONSTRAINT paper_text_state_known TO document_text_state_known;
ALTER TABLE document_text RENAME CONSTRAINT paper_text_unreadable_has_reason TO document_text_unreadable_has_reason;
ALTER TABLE document_text RENAME CONSTRAINT paper_text_done_within_pages TO document_text_done_within_pages;

ALTER TABLE paper_page RENAME TO document_page;
ALTER TABLE document_page RENAME CONSTRAINT paper_page_key TO document_page_key;
ALTER TABLE document_page RENAME CONSTRAINT paper_page_number_positive TO document_page_number_positive;
ALTER TABLE document_page RENAME CONSTRAINT paper_page_sha256_fkey TO document_page_text;
ALTER INDEX paper_page_bigrams RENAME TO document_page_bigrams;

UPDATE whole_file_job SET state = 'WAITING', done = 0, total = 0 WHERE state = 'RUNNING';
DROP INDEX whole_file_job_to_do;
ALTER TABLE whole_file_job DROP COLUMN attempts, DROP COLUMN worker, DROP COLUMN leased_until;

-- Attempts are counted in the queue. They were never on record.
DROP TRIGGER row_is_attested ON document_version;
ALTER TABLE document_version DROP COLUMN failures;
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON document_version
    FOR EACH ROW EXECUTE FUNCTION attest_row('dossier', 'dossier_id', 'id', 'content', '');
