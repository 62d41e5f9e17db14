-- Experts of a case and stage: whom the Office asked, who came and who leads. A stage has one panel; forming it anew changes its members.
CREATE TABLE panel (
    id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id   TEXT NOT NULL REFERENCES eco_case (id),
    stage     TEXT NOT NULL,
    formed_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT panel_one_per_stage UNIQUE (case_id, stage)
);

CREATE TABLE panel_member (
    panel_id    BIGINT NOT NULL REFERENCES panel (id),
    person_id   BIGINT NOT NULL REFERENCES person (id),
    leader      BOOLEAN NOT NULL DEFAULT FALSE,
    invitation  TEXT NOT NULL,
    invited_at  TIMESTAMPTZ NOT NULL,
    answered_at TIMESTAMPTZ,
    CONSTRAINT panel_member_key PRIMARY KEY (panel_id, person_id),
    CONSTRAINT panel_member_invitation_known CHECK (invitation IN ('PENDING', 'ACCEPTED', 'DECLINED')),
    CONSTRAINT panel_member_answered_or_pending CHECK ((invitation = 'PENDING') = (answered_at IS NULL))
);
CREATE UNIQUE INDEX panel_member_one_leader ON panel_member (panel_id) WHERE leader;
CREATE INDEX panel_member_by_person ON panel_member (person_id);

-- A meeting of a stage as it was recorded; what else the form asked for stays with the opinion it was entered with.
CREATE TABLE meeting (
    id          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    case_id     TEXT NOT NULL REFERENCES eco_case (id),
    stage       TEXT NOT NULL,
    held_on     DATE NOT NULL,
    place       TEXT NOT NULL,
    agenda      TEXT NOT NULL,
    attendance  TEXT NOT NULL,
    opinion_id  BIGINT NOT NULL REFERENCES opinion (id),
    recorded_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX meeting_by_case ON meeting (case_id, stage, id DESC);
