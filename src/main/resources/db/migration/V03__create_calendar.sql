-- Days on which the State Council's arrangement differs from the plain week.
CREATE TABLE calendar_day (
	day    DATE NOT NULL,
	kind   TEXT NOT NULL,
	name   TEXT NOT NULL,
	source TEXT NOT NULL,
	CONSTRAINT calendar_day_pk PRIMARY KEY (day),
	CONSTRAINT calendar_day_kind_is_known CHECK (kind IN ('HOLIDAY', 'WORKDAY'))
);

-- Years whose arrangement is known; dates that reach any other year are provisional. A year is loaded once: what an administrator
-- has changed in it since is kept.
CREATE TABLE calendar_year (
	year   INTEGER NOT NULL,
	source TEXT NOT NULL,
	CONSTRAINT calendar_year_pk PRIMARY KEY (year)
);

-- Where case time was last set, and when that was; without a row it is the system's time.
CREATE TABLE case_time (
	single       BOOLEAN NOT NULL DEFAULT TRUE,
	case_instant TIMESTAMPTZ NOT NULL,
	real_instant TIMESTAMPTZ NOT NULL,
	CONSTRAINT case_time_pk PRIMARY KEY (single),
	CONSTRAINT case_time_has_one_row CHECK (single)
);
