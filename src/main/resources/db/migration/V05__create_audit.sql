-- Append only: one chain of entries per subject, each with the hash of the one before. Head and count stand apart, so that a tail cut
-- off shows; whoever writes locks this row until the end of the transaction.
CREATE TABLE audit_chain (
	subject TEXT NOT NULL,
	count   BIGINT NOT NULL,
	head    TEXT NOT NULL,
	CONSTRAINT audit_chain_pk PRIMARY KEY (subject)
);

-- The details are kept as the text that was hashed, which JSONB would rewrite.
CREATE TABLE audit_entry (
	subject     TEXT NOT NULL,
	seq         BIGINT NOT NULL,
	at          TIMESTAMPTZ NOT NULL,
	case_at     TIMESTAMPTZ NOT NULL,
	person_id   BIGINT NOT NULL,
	person_name TEXT NOT NULL,
	unit_id     TEXT NOT NULL,
	action      TEXT NOT NULL,
	details     TEXT NOT NULL,
	previous    TEXT NOT NULL,
	hash        TEXT NOT NULL,
	CONSTRAINT audit_entry_pk PRIMARY KEY (subject, seq),
	CONSTRAINT audit_entry_details_are_json CHECK (details IS JSON OBJECT)
);

CREATE INDEX audit_entry_by_time ON audit_entry (at);

-- The chain of heads: each seal holds the heads of the chains that have grown since the last one. Who cuts a chain and mends its head,
-- or writes a chain anew, breaks a seal; who cuts the seals as well lacks the one whose hash was noted outside.
CREATE TABLE audit_seal (
	seq      BIGINT NOT NULL,
	at       TIMESTAMPTZ NOT NULL,
	previous TEXT NOT NULL,
	hash     TEXT NOT NULL,
	CONSTRAINT audit_seal_pk PRIMARY KEY (seq)
);

CREATE TABLE audit_seal_head (
	seq     BIGINT NOT NULL,
	subject TEXT NOT NULL,
	count   BIGINT NOT NULL,
	head    TEXT NOT NULL,
	CONSTRAINT audit_seal_head_pk PRIMARY KEY (seq, subject),
	CONSTRAINT audit_seal_head_seal_fk FOREIGN KEY (seq) REFERENCES audit_seal (seq)
);

CREATE INDEX audit_seal_head_by_subject ON audit_seal_head (subject, count);

CREATE FUNCTION audit_is_append_only() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'The audit is append only';
END
$$;

CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
	FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_seal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
	FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
CREATE TRIGGER audit_seal_head_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal_head
	FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

-- A head moves with its chain and never goes.
CREATE TRIGGER audit_chain_stays BEFORE DELETE OR TRUNCATE ON audit_chain
	FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();
