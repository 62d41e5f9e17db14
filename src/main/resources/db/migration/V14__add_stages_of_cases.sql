-- When a case came into which stage: the strip of steps dates what is done by it, long after the engine's history is cleaned up.
CREATE TABLE case_stage (
    id         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id    TEXT NOT NULL REFERENCES eco_case (id),
    stage      TEXT NOT NULL,
    entered_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX case_stage_by_case ON case_stage (case_id, id);

-- Lists of cases for those who take part only, and by what they are called.
CREATE INDEX eco_case_by_park_unit ON eco_case (park_unit_id, opened_at DESC, id DESC);
