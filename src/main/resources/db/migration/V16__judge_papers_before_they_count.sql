-- A paper that was handed in counts once it has passed the gate. One that was refused keeps its name, its digest and the reasons; what it
-- held goes.
ALTER TABLE document_version DROP CONSTRAINT document_version_state_known;
ALTER TABLE document_version ADD CONSTRAINT document_version_state_known
    CHECK (state IN ('CHECKING', 'REFUSED', 'DRAFT', 'SUBMITTED'));
ALTER TABLE document_version ADD COLUMN findings JSONB NOT NULL DEFAULT '[]';
-- How often judging it has failed for reasons that are not the file's.
ALTER TABLE document_version ADD COLUMN failures INT NOT NULL DEFAULT 0;
ALTER TABLE document_version DROP CONSTRAINT document_version_content;
ALTER TABLE document_version ADD COLUMN content TEXT
    GENERATED ALWAYS AS (CASE WHEN state <> 'REFUSED' THEN sha256 END) STORED;
ALTER TABLE document_version ADD CONSTRAINT document_version_content FOREIGN KEY (content) REFERENCES content (sha256);
CREATE INDEX document_version_checking ON document_version (id) WHERE state = 'CHECKING';
CREATE INDEX document_version_by_item ON document_version (work_item_id);
CREATE INDEX document_version_by_content ON document_version (content);

-- Uploads that can be taken up again, and for some days those that are complete, so that whoever missed the answer finds it.
CREATE TABLE upload (
    id           UUID PRIMARY KEY,
    arrival      UUID,
    work_item_id BIGINT NOT NULL,
    dossier_id   TEXT NOT NULL,
    kind         TEXT NOT NULL,
    file_name    TEXT NOT NULL,
    length       BIGINT NOT NULL,
    -- What the client says it will be.
    sha256       TEXT,
    -- By which the client knows the file again.
    fingerprint  TEXT NOT NULL,
    person_id    BIGINT NOT NULL,
    begun_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    finished_at  TIMESTAMPTZ,
    version_id   BIGINT,
    CONSTRAINT upload_length_positive CHECK (length > 0),
    CONSTRAINT upload_arrival FOREIGN KEY (arrival) REFERENCES content_arrival (id) ON DELETE SET NULL,
    CONSTRAINT upload_version FOREIGN KEY (version_id) REFERENCES document_version (id) ON DELETE CASCADE
);
CREATE INDEX upload_by_item ON upload (work_item_id, person_id);
CREATE INDEX upload_by_arrival ON upload (arrival);
CREATE INDEX upload_by_version ON upload (version_id);
