-- The text of papers by content, so that the same file handed in twice is read once. Rows are claimed with SKIP LOCKED by
-- however many nodes there are; a claim ends at due_at, so that the work of a node that died is taken up by another.
CREATE TABLE paper_text (
    sha256     TEXT PRIMARY KEY,
    media_type TEXT NOT NULL,
    state      TEXT NOT NULL DEFAULT 'WAITING',
    reason     TEXT,
    pages      INT,
    done       INT NOT NULL DEFAULT 0,
    attempts   INT NOT NULL DEFAULT 0,
    claim      UUID,
    due_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT paper_text_state_known CHECK (state IN ('WAITING', 'READ', 'UNREADABLE')),
    CONSTRAINT paper_text_unreadable_has_reason CHECK ((state = 'UNREADABLE') = (reason IS NOT NULL)),
    CONSTRAINT paper_text_done_within_pages CHECK (done >= 0 AND (pages IS NULL OR done <= pages))
);
CREATE INDEX paper_text_waiting ON paper_text (due_at) WHERE state = 'WAITING';

-- One page: the text as it stands, and as it is searched, without differences of width, case and white space. The index
-- holds the single characters and the pairs of neighbours of the searched text, since PostgreSQL cannot part Chinese words.
CREATE TABLE paper_page (
    sha256  TEXT NOT NULL REFERENCES paper_text (sha256),
    number  INT NOT NULL,
    text    TEXT NOT NULL,
    normal  TEXT NOT NULL,
    bigrams TSVECTOR NOT NULL,
    CONSTRAINT paper_page_key PRIMARY KEY (sha256, number),
    CONSTRAINT paper_page_number_positive CHECK (number > 0)
);
CREATE INDEX paper_page_bigrams ON paper_page USING gin (bigrams);

-- What was handed in before there was any reading.
INSERT INTO paper_text (sha256, media_type)
SELECT DISTINCT sha256, media_type FROM document_version
 WHERE media_type IN ('application/pdf', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document')
ON CONFLICT DO NOTHING;
