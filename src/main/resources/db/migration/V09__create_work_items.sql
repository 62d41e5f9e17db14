-- The work list is a read model: a row carries all that lists filter and sort by, so that no list asks the engine.
CREATE TABLE work_item (
    id             BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind           TEXT NOT NULL,
    engine_task_id TEXT,
    definition_id  TEXT NOT NULL,
    pack           TEXT NOT NULL,
    process_key    TEXT NOT NULL,
    task_key       TEXT NOT NULL,
    task_name      TEXT NOT NULL,
    stage          TEXT NOT NULL,
    dossier_id     TEXT NOT NULL,
    case_id        TEXT,
    batch_id       TEXT,
    objection_id   TEXT,
    title          TEXT NOT NULL,
    case_number    TEXT,
    park_id        BIGINT,
    park_kind      TEXT,
    province_code  TEXT,
    role           TEXT NOT NULL,
    unit_id        TEXT,
    person_id      BIGINT,
    claimed_by     BIGINT,
    created_at     TIMESTAMPTZ NOT NULL,
    due_on         DATE,
    sort_due       DATE NOT NULL,
    limit_key      TEXT,
    reminded       BOOLEAN NOT NULL DEFAULT FALSE,
    overdue        BOOLEAN NOT NULL DEFAULT FALSE,
    said           TEXT,
    said_by        TEXT,
    said_at        TIMESTAMPTZ,
    form_id        TEXT,
    form_digest    TEXT,
    description    JSONB NOT NULL,
    state          TEXT NOT NULL,
    outcome        TEXT,
    done_by        BIGINT,
    done_at        TIMESTAMPTZ,
    version        INT NOT NULL DEFAULT 0,
    CONSTRAINT work_item_state_known CHECK (state IN ('OPEN', 'DONE', 'CANCELLED')),
    CONSTRAINT work_item_has_holder CHECK ((unit_id IS NULL) <> (person_id IS NULL))
);
CREATE UNIQUE INDEX work_item_engine_task ON work_item (engine_task_id) WHERE engine_task_id IS NOT NULL;
CREATE INDEX work_item_open_of_unit ON work_item (unit_id, sort_due, id) WHERE state = 'OPEN';
CREATE INDEX work_item_open_of_person ON work_item (person_id, sort_due, id) WHERE state = 'OPEN';
CREATE INDEX work_item_open_claimed ON work_item (claimed_by, sort_due, id) WHERE state = 'OPEN';
CREATE INDEX work_item_by_dossier ON work_item (dossier_id, id);
CREATE INDEX work_item_by_case ON work_item (case_id, id);
CREATE INDEX work_item_waiting_for_batch ON work_item ((description ->> 'batch')) WHERE state = 'OPEN' AND (description ->> 'batch') IS NOT NULL;

-- A submitted page carries a token: the second arrival of the same submission changes nothing.
CREATE TABLE submission (
    token        TEXT PRIMARY KEY,
    work_item_id BIGINT NOT NULL REFERENCES work_item (id),
    person_id    BIGINT NOT NULL,
    at           TIMESTAMPTZ NOT NULL DEFAULT now()
);

-- What somebody has typed and not yet submitted; survives sign-out and restart.
CREATE TABLE work_item_draft (
    work_item_id BIGINT NOT NULL REFERENCES work_item (id),
    person_id    BIGINT NOT NULL,
    content      JSONB NOT NULL,
    saved_at     TIMESTAMPTZ NOT NULL DEFAULT now(),
    CONSTRAINT work_item_draft_key PRIMARY KEY (work_item_id, person_id)
);

-- Form schemas by digest: a task keeps the version it was created with.
CREATE TABLE form_schema (
    digest  TEXT PRIMARY KEY,
    form_id TEXT NOT NULL,
    pack    TEXT NOT NULL,
    schema  TEXT NOT NULL
);
