-- A comparison of two contents is made once, in the background, and kept. It is derived and can be made anew.
CREATE TABLE version_comparison (
    left_sha256  TEXT NOT NULL,
    right_sha256 TEXT NOT NULL,
    state        TEXT NOT NULL DEFAULT 'WAITING',
    pages        JSONB,
    passages     INTEGER NOT NULL DEFAULT 0,
    unlisted     INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT version_comparison_pkey PRIMARY KEY (left_sha256, right_sha256),
    CONSTRAINT version_comparison_state_known CHECK (state IN ('WAITING', 'MADE', 'TOO_LARGE', 'FAILED')),
    CONSTRAINT version_comparison_made_has_pages CHECK (state <> 'MADE' OR pages IS NOT NULL)
);
COMMENT ON COLUMN version_comparison.pages IS 'pairs of pages; runs of pages that are the same have no text';
COMMENT ON COLUMN version_comparison.unlisted IS 'pairs that differ and are not among the pages, as there are too many';
