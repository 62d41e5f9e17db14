-- Several parks decided in one paper. The id is the business key of the process that carries the batch.
CREATE TABLE batch (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL,
    pack        TEXT NOT NULL,
    title       TEXT NOT NULL,
    state       TEXT NOT NULL,
    result      TEXT,
    composed_by BIGINT NOT NULL REFERENCES person (id),
    composed_at TIMESTAMPTZ NOT NULL,
    closed_at   TIMESTAMPTZ,
    submission  TEXT NOT NULL,
    version     INT NOT NULL DEFAULT 0,
    CONSTRAINT batch_submission_unique UNIQUE (submission),
    CONSTRAINT batch_state_known CHECK (state IN ('OPEN', 'CLOSED')),
    CONSTRAINT batch_closed_has_result CHECK ((state = 'CLOSED') = (result IS NOT NULL AND closed_at IS NOT NULL))
);
CREATE INDEX batch_by_composing ON batch (composed_at DESC, id DESC);

-- The round says how often the ministries have been asked about this park; a park asked again has ballots of the new round only.
CREATE TABLE batch_item (
    batch_id TEXT NOT NULL REFERENCES batch (id),
    case_id  TEXT NOT NULL REFERENCES eco_case (id),
    position INT NOT NULL,
    state    TEXT NOT NULL,
    round    INT NOT NULL DEFAULT 1,
    reason   TEXT NOT NULL DEFAULT '',
    left_at  TIMESTAMPTZ,
    CONSTRAINT batch_item_key PRIMARY KEY (batch_id, case_id),
    CONSTRAINT batch_item_state_known CHECK (state IN ('IN', 'STRUCK_OUT', 'DONE')),
    CONSTRAINT batch_item_left_or_in CHECK ((state = 'IN') = (left_at IS NULL))
);
-- A case is in one batch at a time.
CREATE UNIQUE INDEX batch_item_one_batch_at_a_time ON batch_item (case_id) WHERE state = 'IN';
CREATE INDEX batch_item_by_case ON batch_item (case_id);

-- What each body chose for each park, and what the Office chose where they were divided. Written once, never changed.
CREATE TABLE ballot (
    batch_id   TEXT NOT NULL,
    case_id    TEXT NOT NULL,
    unit_id    TEXT NOT NULL REFERENCES unit (id),
    round      INT NOT NULL,
    choice     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    person_id  BIGINT NOT NULL REFERENCES person (id),
    opinion_id BIGINT NOT NULL REFERENCES opinion (id),
    at         TIMESTAMPTZ NOT NULL,
    CONSTRAINT ballot_key PRIMARY KEY (batch_id, case_id, unit_id, round),
    CONSTRAINT ballot_item_fk FOREIGN KEY (batch_id, case_id) REFERENCES batch_item (batch_id, case_id)
);

-- The paper a batch ended with. A document number is given once.
CREATE TABLE issued_paper (
    number       TEXT PRIMARY KEY,
    batch_id     TEXT NOT NULL REFERENCES batch (id),
    kind         TEXT NOT NULL,
    issued_on    DATE NOT NULL,
    standard     TEXT,
    scan_version BIGINT,
    recorded_at  TIMESTAMPTZ NOT NULL,
    CONSTRAINT issued_paper_one_per_batch UNIQUE (batch_id)
);
