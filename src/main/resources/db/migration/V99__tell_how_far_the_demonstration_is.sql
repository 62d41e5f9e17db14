-- How far the cases that a demonstration begins with are made: one row in a demonstration that is given cases, none elsewhere.
CREATE TABLE demonstration_making (
    begun_at TIMESTAMPTZ NOT NULL,
    moves    INTEGER NOT NULL,
    welcome  INTEGER NOT NULL,
    made     INTEGER NOT NULL,
    failed   INTEGER NOT NULL,
    ended_at TIMESTAMPTZ,
    CONSTRAINT demonstration_making_pk PRIMARY KEY (begun_at),
    CONSTRAINT demonstration_making_counts CHECK (made BETWEEN 0 AND moves AND failed BETWEEN 0 AND made)
);
