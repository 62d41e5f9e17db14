-- What somebody has typed on a task page and not yet submitted. It is that person's alone, and lasts as long as the task is open.
CREATE TABLE task_draft (
    work_item_id BIGINT NOT NULL REFERENCES work_item (id) ON DELETE CASCADE,
    person_id    BIGINT NOT NULL,
    fields       JSONB NOT NULL,
    saved_at     TIMESTAMPTZ NOT NULL,
    CONSTRAINT task_draft_key PRIMARY KEY (work_item_id, person_id)
);

-- However a task ends, its drafts end with it.
CREATE FUNCTION task_draft_ends() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM task_draft WHERE work_item_id = NEW.id;
    RETURN NULL;
END $$;

CREATE TRIGGER task_draft_ends AFTER UPDATE OF state ON work_item
    FOR EACH ROW WHEN (OLD.state = 'OPEN' AND NEW.state <> 'OPEN') EXECUTE FUNCTION task_draft_ends();
