-- Official papers as they went out. The code stands on the paper and in its QR code; who knows it may ask whether the paper is genuine.
CREATE TABLE official_paper (
    code             TEXT PRIMARY KEY,
    number           TEXT,
    kind             TEXT NOT NULL,
    title            TEXT NOT NULL,
    issued_on        DATE NOT NULL,
    issued_at        TIMESTAMPTZ NOT NULL,
    dossier_id       TEXT NOT NULL,
    version_id       BIGINT,
    sha256           TEXT NOT NULL,
    size             BIGINT NOT NULL,
    signatures       INT NOT NULL,
    template_version TEXT NOT NULL,
    audience         TEXT NOT NULL,
    state            TEXT NOT NULL DEFAULT 'ISSUED',
    state_reason     TEXT NOT NULL DEFAULT '',
    state_at         TIMESTAMPTZ,
    replaced_by      TEXT,
    CONSTRAINT official_paper_code_written CHECK (code ~ '^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$'),
    CONSTRAINT official_paper_sha256_unique UNIQUE (sha256),
    CONSTRAINT official_paper_signatures_counted CHECK (signatures >= 0),
    CONSTRAINT official_paper_audience_known CHECK (audience IN ('OWN_UNIT', 'AUTHORITIES', 'PARK', 'PUBLIC')),
    CONSTRAINT official_paper_state_known CHECK (state IN ('ISSUED', 'SUPERSEDED', 'VOIDED')),
    CONSTRAINT official_paper_state_says_why CHECK ((state = 'ISSUED') = (state_reason = '' AND state_at IS NULL)),
    CONSTRAINT official_paper_replaced_by_one CHECK ((state = 'SUPERSEDED') = (replaced_by IS NOT NULL)),
    -- The paper that takes its place is entered after it was put aside, so that both may bear the same number.
    CONSTRAINT official_paper_replacement FOREIGN KEY (replaced_by) REFERENCES official_paper (code)
        DEFERRABLE INITIALLY DEFERRED
);
-- A number stands on one paper that holds.
CREATE UNIQUE INDEX official_paper_number_unique ON official_paper (number) WHERE state = 'ISSUED';
CREATE INDEX official_paper_by_number ON official_paper (number);
CREATE INDEX official_paper_by_dossier ON official_paper (dossier_id, issued_at);

-- Who issued it, lead body first, by the name of that day.
CREATE TABLE official_paper_body (
    code     TEXT NOT NULL REFERENCES official_paper (code),
    position INT  NOT NULL,
    unit_id  TEXT NOT NULL,
    name     TEXT NOT NULL,
    CONSTRAINT official_paper_body_key PRIMARY KEY (code, position)
);

-- What was issued stays as it was; once, a paper is put aside.
CREATE FUNCTION official_paper_stays() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP <> 'UPDATE' THEN
        RAISE EXCEPTION 'Official papers are not deleted';
    ELSIF TG_TABLE_NAME <> 'official_paper' THEN
        RAISE EXCEPTION 'Official papers do not change';
    ELSIF OLD.state <> 'ISSUED'
        OR (NEW.code, NEW.number, NEW.kind, NEW.title, NEW.issued_on, NEW.issued_at, NEW.dossier_id, NEW.version_id, NEW.sha256, NEW.size,
            NEW.signatures, NEW.template_version, NEW.audience)
           IS DISTINCT FROM
           (OLD.code, OLD.number, OLD.kind, OLD.title, OLD.issued_on, OLD.issued_at, OLD.dossier_id, OLD.version_id, OLD.sha256, OLD.size,
            OLD.signatures, OLD.template_version, OLD.audience) THEN
        RAISE EXCEPTION 'Official papers do not change';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER official_paper_stays BEFORE UPDATE OR DELETE ON official_paper
    FOR EACH ROW EXECUTE FUNCTION official_paper_stays();
CREATE TRIGGER official_paper_is_not_emptied BEFORE TRUNCATE ON official_paper
    FOR EACH STATEMENT EXECUTE FUNCTION official_paper_stays();
CREATE TRIGGER official_paper_body_stays BEFORE UPDATE OR DELETE ON official_paper_body
    FOR EACH ROW EXECUTE FUNCTION official_paper_stays();

-- Certificates of the demonstration, made there and worth nothing; in production this table stays empty.
CREATE TABLE demonstration_certificate (
    holder      TEXT PRIMARY KEY,
    certificate BYTEA NOT NULL,
    private_key BYTEA NOT NULL
);

-- What was asked from one address, by its digest, in real time and for a day.
CREATE TABLE verification_throttle (
    address TEXT NOT NULL,
    purpose TEXT NOT NULL,
    at      TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE INDEX verification_throttle_by_address ON verification_throttle (address, purpose, at);
CREATE INDEX verification_throttle_by_time ON verification_throttle (at);
