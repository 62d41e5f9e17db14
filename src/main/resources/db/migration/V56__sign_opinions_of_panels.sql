-- What the leader has drawn up for the panel. It holds once enough members have signed; null until they have been counted.
CREATE TABLE panel_conclusion (
    id           BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    panel_id     BIGINT NOT NULL REFERENCES panel (id),
    round        INT NOT NULL,
    person_id    BIGINT NOT NULL REFERENCES person (id),
    outcome      TEXT NOT NULL,
    opinion_id   BIGINT NOT NULL REFERENCES opinion (id),
    work_item_id BIGINT NOT NULL REFERENCES work_item (id),
    holds        BOOLEAN,
    CONSTRAINT panel_conclusion_one_per_opinion UNIQUE (opinion_id)
);
CREATE INDEX panel_conclusion_by_round ON panel_conclusion (panel_id, round, id DESC);

-- How each member stands to it. Silence is on record as such and is never agreement.
CREATE TABLE panel_signature (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    conclusion_id BIGINT NOT NULL REFERENCES panel_conclusion (id),
    person_id     BIGINT REFERENCES person (id),
    unit_id       TEXT REFERENCES unit (id),
    stance        TEXT NOT NULL,
    opinion_id    BIGINT REFERENCES opinion (id),
    at            TIMESTAMPTZ NOT NULL,
    CONSTRAINT panel_signature_is_of_person_or_unit CHECK ((unit_id IS NULL) <> (person_id IS NULL)),
    CONSTRAINT panel_signature_stance_known CHECK (stance IN ('SIGNED', 'DISSENTED', 'SILENT')),
    CONSTRAINT panel_signature_silent_without_opinion CHECK ((stance = 'SILENT') = (opinion_id IS NULL)),
    CONSTRAINT panel_signature_one_per_member UNIQUE NULLS NOT DISTINCT (conclusion_id, person_id, unit_id)
);

CREATE TRIGGER panel_signature_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON panel_signature
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_panel_record();

-- Of a conclusion nothing is ever set but whether it holds, and that once.
CREATE FUNCTION refuse_change_of_panel_conclusion() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'Conclusions of panels are not deleted';
    ELSIF OLD.holds IS NOT NULL
          OR (NEW.id, NEW.panel_id, NEW.round, NEW.person_id, NEW.outcome, NEW.opinion_id, NEW.work_item_id)
             IS DISTINCT FROM
             (OLD.id, OLD.panel_id, OLD.round, OLD.person_id, OLD.outcome, OLD.opinion_id, OLD.work_item_id) THEN
        RAISE EXCEPTION 'A conclusion of a panel does not become another';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER panel_conclusion_stays BEFORE UPDATE OR DELETE ON panel_conclusion
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_panel_conclusion();
CREATE TRIGGER panel_conclusion_is_not_emptied BEFORE TRUNCATE ON panel_conclusion
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_panel_conclusion();
