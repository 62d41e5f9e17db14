-- By which a program on somebody's desk acts for that person; only the digest is kept. A token that is ended has no row any more: the audit says who
-- made and who ended it.
CREATE TABLE access_token (
    id        UUID NOT NULL,
    person_id BIGINT NOT NULL,
    name      TEXT NOT NULL,
    digest    TEXT NOT NULL,
    made_at   TIMESTAMPTZ NOT NULL,
    ends_at   TIMESTAMPTZ NOT NULL,
    last_used TIMESTAMPTZ,
    CONSTRAINT access_token_pk PRIMARY KEY (id),
    CONSTRAINT access_token_digest_unique UNIQUE (digest),
    CONSTRAINT access_token_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT access_token_is_a_digest CHECK (length(digest) = 64)
);
CREATE INDEX access_token_by_person ON access_token (person_id);
CREATE INDEX access_token_by_end ON access_token (ends_at);

-- The step of a file that somebody has fetched or sent last with a program that does not say itself what its file was made to.
CREATE TABLE studio_base (
    draft_id  UUID NOT NULL,
    path      TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    step      INT NOT NULL,
    CONSTRAINT studio_base_pk PRIMARY KEY (draft_id, path, person_id),
    CONSTRAINT studio_base_draft_fk FOREIGN KEY (draft_id) REFERENCES studio_draft (id),
    CONSTRAINT studio_base_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);
