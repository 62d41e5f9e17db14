-- The public notice of a batch. Its parks are those of the batch.
CREATE TABLE public_notice (
    batch_id        TEXT PRIMARY KEY REFERENCES batch (id),
    title           TEXT NOT NULL,
    intro           TEXT NOT NULL,
    contacts        JSONB NOT NULL,
    publication_day DATE NOT NULL,
    closes_on       DATE NOT NULL,
    state           TEXT NOT NULL,
    published_at    TIMESTAMPTZ,
    closed_at       TIMESTAMPTZ,
    version         INT NOT NULL DEFAULT 0,
    CONSTRAINT public_notice_state_known CHECK (state IN ('DRAFT', 'PUBLISHED', 'CLOSED')),
    CONSTRAINT public_notice_published CHECK ((state = 'DRAFT') = (published_at IS NULL)),
    CONSTRAINT public_notice_closed CHECK ((state = 'CLOSED') = (closed_at IS NOT NULL)),
    CONSTRAINT public_notice_lasts CHECK (closes_on > publication_day)
);
CREATE INDEX public_notice_by_day ON public_notice (publication_day DESC, batch_id DESC) WHERE state <> 'DRAFT';

-- What the public objects to. Who objected is known to the Office alone and never leaves this table.
CREATE TABLE objection (
    id              TEXT PRIMARY KEY,
    receipt_number  TEXT NOT NULL,
    batch_id        TEXT NOT NULL,
    case_id         TEXT NOT NULL,
    channel         TEXT NOT NULL,
    text            TEXT NOT NULL,
    objector        TEXT NOT NULL DEFAULT '',
    objector_unit   TEXT NOT NULL DEFAULT '',
    contact         TEXT NOT NULL DEFAULT '',
    received_on     DATE NOT NULL,
    entered_at      TIMESTAMPTZ NOT NULL,
    entered_by      BIGINT REFERENCES person (id),
    submission      TEXT NOT NULL,
    state           TEXT NOT NULL,
    answer          TEXT NOT NULL DEFAULT '',
    struck_out      BOOLEAN NOT NULL DEFAULT FALSE,
    settled_at      TIMESTAMPTZ,
    CONSTRAINT objection_receipt_number_unique UNIQUE (receipt_number),
    CONSTRAINT objection_submission_unique UNIQUE (submission),
    CONSTRAINT objection_item_fk FOREIGN KEY (batch_id, case_id) REFERENCES batch_item (batch_id, case_id),
    CONSTRAINT objection_channel_known CHECK (channel IN ('WEB', 'LETTER', 'VISIT', 'CALL')),
    CONSTRAINT objection_state_known CHECK (state IN ('OPEN', 'UPHELD', 'DISMISSED', 'NOT_ADMITTED')),
    CONSTRAINT objection_settled CHECK ((state = 'OPEN') = (settled_at IS NULL))
);
CREATE INDEX objection_by_case ON objection (case_id, state);
CREATE INDEX objection_by_notice ON objection (batch_id, entered_at);

CREATE TABLE objection_counter (
    year INT PRIMARY KEY,
    last INT NOT NULL
);

-- What came over the web from one address, by its digest: objections, and look-ups of numbers that do not exist. Real time, not case time.
CREATE TABLE objection_throttle (
    address TEXT NOT NULL,
    purpose TEXT NOT NULL,
    at      TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX objection_throttle_by_address ON objection_throttle (address, purpose, at);
