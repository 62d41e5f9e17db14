-- The templates of papers as administrators have changed them. A version never changes, since papers name the one that made them;
-- version 0 is the file that comes with the rule pack and is not stored.
CREATE TABLE paper_template (
    pack     TEXT        NOT NULL,
    kind     TEXT        NOT NULL,
    version  INT         NOT NULL,
    source   TEXT        NOT NULL,
    reason   TEXT        NOT NULL,
    saved_by TEXT        NOT NULL,
    saved_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT paper_template_key PRIMARY KEY (pack, kind, version),
    CONSTRAINT paper_template_version_positive CHECK (version > 0),
    CONSTRAINT paper_template_reason_given CHECK (btrim(reason) <> '')
);

CREATE FUNCTION refuse_change_of_paper_template() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A version of a paper template never changes';
END
$$;

CREATE TRIGGER paper_template_is_kept BEFORE UPDATE OR DELETE ON paper_template
    FOR EACH ROW EXECUTE FUNCTION refuse_change_of_paper_template();
