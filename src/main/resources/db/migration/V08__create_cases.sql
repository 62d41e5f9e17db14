-- One procedure of one park: what a lawyer will ask for in ten years is kept here, not in the engine.
CREATE TABLE eco_case (
    id            TEXT PRIMARY KEY,
    kind          TEXT NOT NULL,
    pack          TEXT NOT NULL,
    park_id       BIGINT NOT NULL,
    park_name     TEXT NOT NULL,
    park_kind     TEXT NOT NULL,
    park_unit_id  TEXT NOT NULL,
    province_code TEXT NOT NULL,
    standard      TEXT,
    case_number   TEXT,
    status        TEXT NOT NULL,
    stage         TEXT,
    result        TEXT,
    opened_at     TIMESTAMPTZ NOT NULL,
    submitted_at  TIMESTAMPTZ,
    admitted_at   TIMESTAMPTZ,
    closed_at     TIMESTAMPTZ,
    version       INT NOT NULL DEFAULT 0,
    CONSTRAINT eco_case_number_unique UNIQUE (case_number),
    CONSTRAINT eco_case_status_known CHECK (status IN ('DRAFT', 'OPEN', 'CLOSED')),
    CONSTRAINT eco_case_closed_has_result CHECK ((status = 'CLOSED') = (closed_at IS NOT NULL))
);

-- A park has one open procedure of a kind at a time; creation and award exclude each other as well.
CREATE UNIQUE INDEX eco_case_one_open_procedure
    ON eco_case (park_id, (CASE WHEN kind IN ('CREATION', 'AWARD') THEN 'TITLE' ELSE kind END))
    WHERE status <> 'CLOSED';
CREATE INDEX eco_case_by_opening ON eco_case (opened_at DESC, id DESC);
CREATE INDEX eco_case_by_province ON eco_case (province_code, opened_at DESC, id DESC);
CREATE INDEX eco_case_by_park ON eco_case (park_id, opened_at DESC);

-- Case numbers run without a gap per year and kind.
CREATE TABLE case_number_counter (
    year  INT  NOT NULL,
    kind  TEXT NOT NULL,
    last  INT  NOT NULL,
    CONSTRAINT case_number_counter_key PRIMARY KEY (year, kind)
);

-- Who takes part in a case: a unit in a role, or a single expert.
CREATE TABLE case_party (
    case_id   TEXT NOT NULL REFERENCES eco_case (id),
    role      TEXT NOT NULL,
    unit_id   TEXT,
    person_id BIGINT,
    since     TIMESTAMPTZ NOT NULL,
    CONSTRAINT case_party_is_unit_or_person CHECK ((unit_id IS NULL) <> (person_id IS NULL)),
    CONSTRAINT case_party_unique UNIQUE NULLS NOT DISTINCT (case_id, role, unit_id, person_id)
);
CREATE INDEX case_party_by_unit ON case_party (unit_id);
CREATE INDEX case_party_by_person ON case_party (person_id);

-- What somebody decided or stated in a step, with everything he had before his eyes. Written once, never changed.
CREATE TABLE opinion (
    id             BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dossier_id     TEXT NOT NULL,
    case_id        TEXT,
    work_item_id   BIGINT NOT NULL,
    stage          TEXT NOT NULL,
    task_key       TEXT NOT NULL,
    step           TEXT NOT NULL,
    role           TEXT NOT NULL,
    person_id      BIGINT NOT NULL,
    person_name    TEXT NOT NULL,
    unit_id        TEXT NOT NULL,
    unit_name      TEXT NOT NULL,
    outcome        TEXT NOT NULL,
    text           TEXT NOT NULL,
    audience       TEXT NOT NULL,
    secret         BOOLEAN NOT NULL DEFAULT FALSE,
    at             TIMESTAMPTZ NOT NULL,
    form_id        TEXT,
    form_digest    TEXT,
    form_data      JSONB NOT NULL DEFAULT '{}',
    seen_documents JSONB NOT NULL DEFAULT '[]',
    CONSTRAINT opinion_audience_known CHECK (audience IN ('OWN_UNIT', 'AUTHORITIES', 'PARK', 'PUBLIC'))
);
CREATE INDEX opinion_by_dossier ON opinion (dossier_id, id);
CREATE INDEX opinion_by_work_item ON opinion (work_item_id);

-- Points a reviewer sends back; the park answers them one by one.
CREATE TABLE correction_point (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES eco_case (id),
    opinion_id  BIGINT NOT NULL REFERENCES opinion (id),
    number      INT NOT NULL,
    subject     TEXT NOT NULL,
    remark      TEXT NOT NULL,
    state       TEXT NOT NULL,
    answer      TEXT,
    answered_at TIMESTAMPTZ,
    CONSTRAINT correction_point_state_known CHECK (state IN ('OPEN', 'ANSWERED', 'SETTLED'))
);
CREATE INDEX correction_point_by_case ON correction_point (case_id, id);

-- The timeline of a case in words: a message key with its arguments.
CREATE TABLE timeline_entry (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES eco_case (id),
    at          TIMESTAMPTZ NOT NULL,
    message     TEXT NOT NULL,
    arguments   JSONB NOT NULL DEFAULT '[]',
    remark      TEXT NOT NULL DEFAULT '',
    person_name TEXT,
    unit_name   TEXT,
    audience    TEXT NOT NULL
);
CREATE INDEX timeline_entry_by_case ON timeline_entry (case_id, id DESC);

-- A rectification with a limit of its own, and who ordered it.
CREATE TABLE rectification (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES eco_case (id),
    orderer     TEXT NOT NULL,
    days        INT NOT NULL,
    ordered_at  TIMESTAMPTZ NOT NULL,
    CONSTRAINT rectification_days_positive CHECK (days > 0)
);
CREATE INDEX rectification_by_case ON rectification (case_id, id DESC);
