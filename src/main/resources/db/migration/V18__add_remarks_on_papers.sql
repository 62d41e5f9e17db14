-- Remarks at a passage of a paper. They belong to the version they were written on; on later versions of the paper they are
-- shown where the quoted words are found again. A number is given once within a paper and its versions.
CREATE TABLE remark (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version_id   BIGINT NOT NULL REFERENCES document_version (id),
    dossier_id   TEXT NOT NULL,
    kind         TEXT NOT NULL,
    number       INT NOT NULL,
    page         INT NOT NULL,
    places       JSONB NOT NULL,
    quote        TEXT NOT NULL,
    quote_normal TEXT NOT NULL,
    text         TEXT NOT NULL,
    audience     TEXT NOT NULL,
    person_id    BIGINT NOT NULL,
    person_name  TEXT NOT NULL,
    unit_id      TEXT NOT NULL,
    unit_name    TEXT NOT NULL,
    work_item_id BIGINT NOT NULL,
    at           TIMESTAMPTZ NOT NULL,
    changed_at   TIMESTAMPTZ,
    removed_at   TIMESTAMPTZ,
    CONSTRAINT remark_number_unique UNIQUE (dossier_id, kind, number),
    CONSTRAINT remark_page_positive CHECK (page > 0),
    CONSTRAINT remark_audience_known CHECK (audience IN ('OWN_UNIT', 'AUTHORITIES', 'PARK'))
);
