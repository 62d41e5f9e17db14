-- Append only: one chain of entries per subject, each with the hash of the one before; the heads are kept apart, so that a cut tail shows.
CREATE TABLE audit_chain (
    subject TEXT PRIMARY KEY,
    count   BIGINT NOT NULL,
    head    TEXT NOT NULL
);

CREATE TABLE audit_entry (
    subject     TEXT NOT NULL,
    seq         BIGINT NOT NULL,
    at          TIMESTAMPTZ NOT NULL,
    case_at     TIMESTAMPTZ NOT NULL,
    person_id   BIGINT,
    person_name TEXT NOT NULL,
    unit_id     TEXT NOT NULL,
    action      TEXT NOT NULL,
    details     TEXT NOT NULL,
    previous    TEXT NOT NULL,
    hash        TEXT NOT NULL,
    CONSTRAINT audit_entry_key PRIMARY KEY (subject, seq)
);

-- A chain of the heads themselves, sealed from time to time: who deletes a whole chain, or cuts a tail and mends the head, breaks this one.
CREATE TABLE audit_seal (
    seq      BIGINT PRIMARY KEY,
    at       TIMESTAMPTZ NOT NULL,
    heads    TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash     TEXT NOT NULL
);

CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit is append only';
END
$$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
