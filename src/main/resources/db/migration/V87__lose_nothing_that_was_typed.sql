-- The same page sent twice is one submission only when it says the same: a digest of what it said. Rows of before have none and count as the same.
ALTER TABLE submission ADD COLUMN content TEXT;

-- A draft ends when its author has done the task. Those of colleagues who were slower, or of whom the task was taken away, stay readable by
-- their author for a while; ForgetDrafts deletes them.
CREATE OR REPLACE FUNCTION task_draft_ends() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM task_draft WHERE work_item_id = NEW.id AND person_id = NEW.done_by;
    RETURN NULL;
END $$;

-- Pages whose command knows nothing of tokens: the second arrival of the same page gets the first answer. Kept for a day.
CREATE TABLE page_post (
    token   TEXT NOT NULL,
    person  TEXT NOT NULL,
    content TEXT NOT NULL,
    answer  TEXT,
    at      TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT page_post_key PRIMARY KEY (token, person)
);
CREATE INDEX page_post_by_age ON page_post (at);

-- Who has a task open right now, so that colleagues see each other. Real time, kept for minutes.
CREATE TABLE task_reader (
    work_item_id BIGINT NOT NULL REFERENCES work_item (id) ON DELETE CASCADE,
    person_id    BIGINT NOT NULL REFERENCES person (id),
    since        TIMESTAMPTZ NOT NULL,
    seen_at      TIMESTAMPTZ NOT NULL,
    CONSTRAINT task_reader_key PRIMARY KEY (work_item_id, person_id)
);
