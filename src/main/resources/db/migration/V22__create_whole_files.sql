-- Whole files made as ZIP: who got which view of a case. The manifest's digest tells later whether a manifest is genuine.
CREATE TABLE whole_file_export (
    id              BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id         TEXT NOT NULL REFERENCES eco_case (id),
    person_id       BIGINT NOT NULL,
    unit_id         TEXT NOT NULL,
    made_at         TIMESTAMPTZ NOT NULL,
    manifest_sha256 TEXT NOT NULL,
    entries         INT NOT NULL,
    size            BIGINT NOT NULL,
    CONSTRAINT whole_file_export_sha256_is_hexadecimal CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$')
);
CREATE INDEX whole_file_export_by_reader ON whole_file_export (case_id, person_id, unit_id, id DESC);
CREATE INDEX whole_file_export_by_manifest ON whole_file_export (manifest_sha256);

-- Merged PDFs take their time: each is a job that any node takes up, and takes up again when a node dies. The result is a
-- content that is removed after some days.
CREATE TABLE whole_file_job (
    id           TEXT PRIMARY KEY,
    case_id      TEXT NOT NULL REFERENCES eco_case (id),
    person_id    BIGINT NOT NULL,
    unit_id      TEXT NOT NULL,
    state        TEXT NOT NULL,
    ordered_at   TIMESTAMPTZ NOT NULL,
    attempts     INT NOT NULL DEFAULT 0,
    worker       TEXT,
    leased_until TIMESTAMPTZ,
    done         INT NOT NULL DEFAULT 0,
    total        INT NOT NULL DEFAULT 0,
    file_name    TEXT,
    sha256       TEXT,
    size         BIGINT,
    pages        INT,
    notes        INT NOT NULL DEFAULT 0,
    ended_at     TIMESTAMPTZ,
    CONSTRAINT whole_file_job_content FOREIGN KEY (sha256) REFERENCES content (sha256),
    CONSTRAINT whole_file_job_state_known CHECK (state IN ('WAITING', 'RUNNING', 'READY', 'FAILED', 'EXPIRED')),
    CONSTRAINT whole_file_job_ready_has_result CHECK (state <> 'READY' OR (sha256 IS NOT NULL AND size IS NOT NULL))
);
-- Ordering twice is ordering once.
CREATE UNIQUE INDEX whole_file_job_one_under_way ON whole_file_job (case_id, person_id, unit_id)
    WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX whole_file_job_to_do ON whole_file_job (ordered_at) WHERE state IN ('WAITING', 'RUNNING');
CREATE INDEX whole_file_job_by_reader ON whole_file_job (case_id, person_id, unit_id, ordered_at DESC);
