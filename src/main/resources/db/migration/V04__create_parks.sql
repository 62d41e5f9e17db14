-- The register of parks and the decisions that made each of them what it is. Dates of decisions on paper are often known to the
-- month or the year only, so they are kept as what is known of them: 2019-07-05, 2008-03 or 2010.

CREATE TABLE park (
	id             BIGINT GENERATED ALWAYS AS IDENTITY,
	unit_id        TEXT NOT NULL,
	name           TEXT NOT NULL,
	kind           TEXT NOT NULL,
	level          TEXT NOT NULL,
	province_code  TEXT NOT NULL,
	life_status    TEXT NOT NULL,
	standard       TEXT,
	named_on       TEXT,
	title_name     TEXT,
	recheck_due_on DATE,
	version        INTEGER NOT NULL DEFAULT 0,
	CONSTRAINT park_pk PRIMARY KEY (id),
	CONSTRAINT park_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
	CONSTRAINT park_province_fk FOREIGN KEY (province_code) REFERENCES province (code),
	CONSTRAINT park_name_is_unique UNIQUE (name),
	CONSTRAINT park_unit_is_unique UNIQUE (unit_id),
	CONSTRAINT park_named_on_is_a_date CHECK (named_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);

CREATE INDEX park_by_province ON park (province_code, id);
CREATE INDEX park_by_life_status ON park (life_status, id);

CREATE TABLE park_event (
	id               BIGINT GENERATED ALWAYS AS IDENTITY,
	park_id          BIGINT NOT NULL,
	life_status      TEXT NOT NULL,
	decided_on       TEXT,
	document_number  TEXT,
	standard         TEXT,
	title_name       TEXT,
	paper_past       BOOLEAN NOT NULL,
	note             TEXT,
	source           TEXT,
	CONSTRAINT park_event_pk PRIMARY KEY (id),
	CONSTRAINT park_event_park_fk FOREIGN KEY (park_id) REFERENCES park (id),
	CONSTRAINT park_event_decided_on_is_a_date CHECK (decided_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);

CREATE INDEX park_event_by_park ON park_event (park_id, id);
