-- One node tells a place at a time, as long as this says; no row stays locked while the place answers.
ALTER TABLE audit_seal_place ADD COLUMN leased_until TIMESTAMPTZ NOT NULL DEFAULT now();
