-- What files contain, each content once, in parts of 1 MiB so that no file is ever held in memory as a whole.
CREATE TABLE content (
    sha256    TEXT PRIMARY KEY,
    size      BIGINT NOT NULL,
    parts     UUID NOT NULL,
    stored_at TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT content_sha256_is_hexadecimal CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    CONSTRAINT content_size_not_negative CHECK (size >= 0),
    CONSTRAINT content_parts_unique UNIQUE (parts)
);

-- The digest is known only when the last part has been read; until then the parts go by an id of their own.
CREATE TABLE content_part (
    parts  UUID  NOT NULL,
    number INT   NOT NULL,
    bytes  BYTEA NOT NULL,
    CONSTRAINT content_part_key PRIMARY KEY (parts, number),
    CONSTRAINT content_part_of_content FOREIGN KEY (parts) REFERENCES content (parts) DEFERRABLE INITIALLY DEFERRED
);
-- Papers are compressed already.
ALTER TABLE content_part ALTER COLUMN bytes SET STORAGE EXTERNAL;
