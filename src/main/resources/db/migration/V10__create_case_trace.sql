-- The way a dossier has gone through its diagrams, node by node and flow by flow; the engine's history has no flows and is cleaned up.
CREATE TABLE case_trace (
    id                  BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    dossier_id          TEXT NOT NULL,
    process_instance_id TEXT NOT NULL,
    definition_id       TEXT NOT NULL,
    process_key         TEXT NOT NULL,
    element_id          TEXT NOT NULL,
    kind                TEXT NOT NULL,
    at                  TIMESTAMPTZ NOT NULL,
    CONSTRAINT case_trace_kind_known CHECK (kind IN ('ENTERED', 'LEFT', 'TAKEN'))
);
CREATE INDEX case_trace_by_dossier ON case_trace (dossier_id, process_key, id);
