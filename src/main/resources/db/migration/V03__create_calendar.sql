-- Days on which the State Council's arrangement differs from the plain week.
CREATE TABLE calendar_day (
    day    DATE PRIMARY KEY,
    kind   TEXT NOT NULL,
    name   TEXT NOT NULL,
    source TEXT NOT NULL,
    CONSTRAINT calendar_day_kind_known CHECK (kind IN ('HOLIDAY', 'WORKDAY'))
);

-- Where case time was last set; without a row it is the system's time.
CREATE TABLE case_time (
    single       BOOLEAN PRIMARY KEY DEFAULT TRUE,
    case_instant TIMESTAMPTZ NOT NULL,
    real_instant TIMESTAMPTZ NOT NULL,
    CONSTRAINT case_time_single_row CHECK (single)
);
