-- Browsers in which a person has signed in: from there nobody is kept out by what others try with the name. No record: each can be forgotten
-- at any time, and then one is an unknown device.
CREATE TABLE known_device (
    digest    TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    last_used TIMESTAMPTZ NOT NULL,
    CONSTRAINT known_device_pk PRIMARY KEY (digest),
    CONSTRAINT known_device_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT known_device_is_a_digest CHECK (length(digest) = 64)
);

CREATE INDEX known_device_by_person ON known_device (person_id);
CREATE INDEX known_device_by_use ON known_device (last_used);
