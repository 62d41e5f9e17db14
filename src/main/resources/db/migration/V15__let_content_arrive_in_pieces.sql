-- Content that is still arriving: what is counted here is durable, and nothing else has arrived.
CREATE TABLE content_arrival (
    id            UUID PRIMARY KEY,
    size          BIGINT NOT NULL DEFAULT 0,
    -- The running digest over these bytes; none where it was lost and has to be computed from what is kept.
    digest        BYTEA,
    -- How many of them were moved on to an object store, and the upload there that they are parts of.
    moved         BIGINT NOT NULL DEFAULT 0,
    object_upload TEXT,
    touched_at    TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT content_arrival_size_not_negative CHECK (size >= 0),
    CONSTRAINT content_arrival_moved_is_kept CHECK (moved BETWEEN 0 AND size)
);
CREATE INDEX content_arrival_untouched ON content_arrival (touched_at);

-- What the object store answered for each block it was given; it is asked for them when the content is complete.
CREATE TABLE content_arrival_block (
    arrival UUID NOT NULL,
    number  INT  NOT NULL,
    etag    TEXT NOT NULL,
    CONSTRAINT content_arrival_block_key PRIMARY KEY (arrival, number),
    CONSTRAINT content_arrival_block_of_arrival FOREIGN KEY (arrival) REFERENCES content_arrival (id) ON DELETE CASCADE
);

-- Parts are those of a content or of one that is still arriving.
ALTER TABLE content_part DROP CONSTRAINT content_part_of_content;
-- Content without parts here is in the object store.
ALTER TABLE content ALTER COLUMN parts DROP NOT NULL;
