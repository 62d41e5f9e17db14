-- Work of the queue that has failed for good, for whoever runs the system: it stays until it has been done all the same, an
-- administrator has it done once more, or notes that there is nothing left to do. At most one row of a key is open.
CREATE TABLE background_failure (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        TEXT NOT NULL,
    key         TEXT NOT NULL,
    -- The case, batch or objection it is about, where it is about one.
    dossier_id  TEXT,
    attempts    INT NOT NULL,
    failed_at   TIMESTAMPTZ NOT NULL DEFAULT now(),
    -- What the last attempt ended with, as the program tells it.
    fault       TEXT NOT NULL,
    settled_at  TIMESTAMPTZ
);
CREATE UNIQUE INDEX background_failure_open ON background_failure (kind, key) WHERE settled_at IS NULL;
