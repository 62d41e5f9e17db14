-- What administrators change of a rule pack before it becomes a release: step by step, so that each can be undone.
CREATE TABLE studio_draft (
    id        UUID NOT NULL,
    pack      TEXT NOT NULL,
    title     TEXT NOT NULL,
    based_on  TEXT NOT NULL,
    begun_at  TIMESTAMPTZ NOT NULL,
    begun_by  BIGINT NOT NULL,
    state     TEXT NOT NULL DEFAULT 'OPEN',
    ended_at  TIMESTAMPTZ,
    ended_by  BIGINT,
    release   TEXT,
    CONSTRAINT studio_draft_pk PRIMARY KEY (id),
    CONSTRAINT studio_draft_based_on_fk FOREIGN KEY (based_on) REFERENCES pack_release (id),
    CONSTRAINT studio_draft_begun_by_fk FOREIGN KEY (begun_by) REFERENCES person (id),
    CONSTRAINT studio_draft_ended_by_fk FOREIGN KEY (ended_by) REFERENCES person (id),
    CONSTRAINT studio_draft_release_fk FOREIGN KEY (release) REFERENCES pack_release (id),
    CONSTRAINT studio_draft_state_known CHECK (state IN ('OPEN', 'MADE', 'LAID_ASIDE')),
    CONSTRAINT studio_draft_end_is_whole CHECK ((state = 'OPEN') = (ended_at IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)),
    CONSTRAINT studio_draft_made_is_a_release CHECK ((state = 'MADE') = (release IS NOT NULL))
);
CREATE INDEX studio_draft_by_pack ON studio_draft (pack, begun_at);

-- One file saved once. The newest that is not undone holds; NULL: the file is left out.
CREATE TABLE studio_step (
    draft_id  UUID NOT NULL,
    number    INT NOT NULL,
    path      TEXT NOT NULL,
    content   BYTEA,
    saved_at  TIMESTAMPTZ NOT NULL,
    saved_by  BIGINT NOT NULL,
    undone    BOOLEAN NOT NULL DEFAULT FALSE,
    CONSTRAINT studio_step_pk PRIMARY KEY (draft_id, number),
    CONSTRAINT studio_step_draft_fk FOREIGN KEY (draft_id) REFERENCES studio_draft (id),
    CONSTRAINT studio_step_saved_by_fk FOREIGN KEY (saved_by) REFERENCES person (id)
);
CREATE INDEX studio_step_by_file ON studio_step (draft_id, path, number);

-- Who works at a file just now; a lease that ends by itself when nothing is heard of its holder.
CREATE TABLE studio_lease (
    draft_id  UUID NOT NULL,
    path      TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    ends_at   TIMESTAMPTZ NOT NULL,
    CONSTRAINT studio_lease_pk PRIMARY KEY (draft_id, path),
    CONSTRAINT studio_lease_draft_fk FOREIGN KEY (draft_id) REFERENCES studio_draft (id),
    CONSTRAINT studio_lease_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);

-- 双人复核: who has changed a file of a release does not release it either.
CREATE TABLE pack_release_editor (
    release   TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    CONSTRAINT pack_release_editor_pk PRIMARY KEY (release, person_id),
    CONSTRAINT pack_release_editor_release_fk FOREIGN KEY (release) REFERENCES pack_release (id),
    CONSTRAINT pack_release_editor_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);
CREATE TRIGGER pack_release_editor_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON pack_release_editor
    FOR EACH STATEMENT EXECUTE FUNCTION released_packs_stay();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON pack_release_editor
    FOR EACH ROW EXECUTE FUNCTION attest_row('packs', 'release', 'release,person_id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON pack_release_editor
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();

CREATE FUNCTION pack_release_is_by_nobody_who_edited_it() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM pack_release_editor WHERE release = NEW.id AND person_id = NEW.released_by) THEN
        RAISE EXCEPTION 'Whoever has edited a release does not release it';
    END IF;
    RETURN NULL;
END
$$;
CREATE TRIGGER pack_release_is_by_nobody_who_edited_it AFTER UPDATE ON pack_release
    FOR EACH ROW WHEN (NEW.released_by IS NOT NULL) EXECUTE FUNCTION pack_release_is_by_nobody_who_edited_it();
