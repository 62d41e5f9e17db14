-- Papers of cases, batches and objections. A version is never changed and never replaced: a better one gets the next number.
CREATE TABLE document_version (
    id               BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dossier_id       TEXT NOT NULL,
    kind             TEXT NOT NULL,
    number           INT NOT NULL,
    file_name        TEXT NOT NULL,
    media_type       TEXT NOT NULL,
    size             BIGINT NOT NULL,
    sha256           TEXT NOT NULL,
    uploaded_by      BIGINT NOT NULL,
    uploaded_by_name TEXT NOT NULL,
    unit_id          TEXT NOT NULL,
    at               TIMESTAMPTZ NOT NULL,
    work_item_id     BIGINT NOT NULL,
    audience         TEXT NOT NULL,
    state            TEXT NOT NULL,
    submission       TEXT NOT NULL,
    CONSTRAINT document_version_number_unique UNIQUE (dossier_id, kind, number),
    -- The same post arriving twice makes one version.
    CONSTRAINT document_version_submitted_once UNIQUE (work_item_id, submission, kind, sha256),
    CONSTRAINT document_version_content FOREIGN KEY (sha256) REFERENCES content (sha256),
    CONSTRAINT document_version_number_positive CHECK (number > 0),
    CONSTRAINT document_version_state_known CHECK (state IN ('DRAFT', 'SUBMITTED')),
    CONSTRAINT document_version_audience_known CHECK (audience IN ('OWN_UNIT', 'AUTHORITIES', 'PARK', 'PUBLIC'))
);
CREATE INDEX document_version_drafts ON document_version (work_item_id) WHERE state = 'DRAFT';
