-- Who takes part: provinces, units with their dated names, people and what they are in which unit.

CREATE TABLE province (
	code       TEXT NOT NULL,
	name       TEXT NOT NULL,
	short_name TEXT NOT NULL,
	confirmed  BOOLEAN NOT NULL,
	CONSTRAINT province_pk PRIMARY KEY (code),
	CONSTRAINT province_code_has_six_digits CHECK (code ~ '^[0-9]{6}$')
);

CREATE TABLE unit (
	id            TEXT NOT NULL,
	kind          TEXT NOT NULL,
	province_code TEXT,
	CONSTRAINT unit_pk PRIMARY KEY (id),
	CONSTRAINT unit_province_fk FOREIGN KEY (province_code) REFERENCES province (code)
);

CREATE INDEX unit_by_kind ON unit (kind, province_code);

-- A paper uses the names of its date: valid from (null: as far back as the system looks) until the day before valid_to.
CREATE TABLE unit_name (
	unit_id    TEXT NOT NULL,
	name       TEXT NOT NULL,
	short_name TEXT NOT NULL,
	valid_from DATE,
	valid_to   DATE,
	source     TEXT NOT NULL,
	confirmed  BOOLEAN NOT NULL,
	CONSTRAINT unit_name_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
	CONSTRAINT unit_name_one_from_a_date UNIQUE NULLS NOT DISTINCT (unit_id, valid_from),
	CONSTRAINT unit_name_lasts CHECK (valid_from < valid_to)
);

CREATE TABLE person (
	id            BIGINT GENERATED ALWAYS AS IDENTITY,
	sign_in_name  TEXT NOT NULL,
	display_name  TEXT NOT NULL,
	password_hash TEXT,
	invented      BOOLEAN NOT NULL DEFAULT FALSE,
	active        BOOLEAN NOT NULL DEFAULT TRUE,
	created_at    TIMESTAMPTZ NOT NULL,
	version       INTEGER NOT NULL DEFAULT 0,
	CONSTRAINT person_pk PRIMARY KEY (id),
	CONSTRAINT person_signs_in_with_lower_case CHECK (sign_in_name = lower(sign_in_name)),
	CONSTRAINT person_sign_in_name_is_unique UNIQUE (sign_in_name)
);

CREATE TABLE membership (
	id         BIGINT GENERATED ALWAYS AS IDENTITY,
	person_id  BIGINT NOT NULL,
	unit_id    TEXT NOT NULL,
	role       TEXT NOT NULL,
	valid_from DATE,
	valid_to   DATE,
	CONSTRAINT membership_pk PRIMARY KEY (id),
	CONSTRAINT membership_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT membership_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id)
);

CREATE INDEX membership_by_person ON membership (person_id);
CREATE INDEX membership_by_unit ON membership (unit_id, role);

CREATE TABLE expert (
	person_id BIGINT NOT NULL,
	field     TEXT NOT NULL,
	employer  TEXT NOT NULL,
	title     TEXT NOT NULL,
	CONSTRAINT expert_pk PRIMARY KEY (person_id),
	CONSTRAINT expert_person_fk FOREIGN KEY (person_id) REFERENCES person (id)
);

-- Handed to a person on paper or by the console; only the digest is kept, and it is gone after its first use.
CREATE TABLE one_time_code (
	id         BIGINT GENERATED ALWAYS AS IDENTITY,
	purpose    TEXT NOT NULL,
	person_id  BIGINT,
	digest     TEXT NOT NULL,
	expires_at TIMESTAMPTZ NOT NULL,
	CONSTRAINT one_time_code_pk PRIMARY KEY (id),
	CONSTRAINT one_time_code_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
	CONSTRAINT one_time_code_digest_is_unique UNIQUE (digest)
);

-- Attempts to sign in, counted per name and per address; an attempt counts before it is checked, so that many at once gain nothing.
CREATE TABLE sign_in_throttle (
	subject       TEXT NOT NULL,
	attempts      INTEGER NOT NULL,
	last_attempt  TIMESTAMPTZ NOT NULL,
	blocked_until TIMESTAMPTZ NOT NULL,
	CONSTRAINT sign_in_throttle_pk PRIMARY KEY (subject)
);
