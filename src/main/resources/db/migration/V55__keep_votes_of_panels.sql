-- A panel that is formed anew votes anew: what was voted in an earlier round counts no more.
ALTER TABLE panel ADD COLUMN round INT NOT NULL DEFAULT 1;

-- What each member thinks himself, an expert as a person, a department as a unit. Whoever is asked again may vote again; the newest counts.
CREATE TABLE panel_vote (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    panel_id   BIGINT NOT NULL REFERENCES panel (id),
    round      INT NOT NULL,
    person_id  BIGINT REFERENCES person (id),
    unit_id    TEXT REFERENCES unit (id),
    outcome    TEXT NOT NULL,
    opinion_id BIGINT NOT NULL REFERENCES opinion (id),
    CONSTRAINT panel_vote_is_of_person_or_unit CHECK ((unit_id IS NULL) <> (person_id IS NULL)),
    CONSTRAINT panel_vote_one_per_opinion UNIQUE (opinion_id)
);
CREATE INDEX panel_vote_by_round ON panel_vote (panel_id, round, id);

CREATE FUNCTION refuse_change_of_panel_record() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Votes and signatures of panels are append only';
END
$$;

CREATE TRIGGER panel_vote_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON panel_vote
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_panel_record();
