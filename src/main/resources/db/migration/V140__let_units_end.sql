-- 机构改革: a unit is closed, or merged into another one, from a day on, by an official document and for a reason. The last row of a unit says
-- what holds: that it ends, or that it goes on after all. Documents keep the names of their day.
CREATE TABLE unit_end (
    id        BIGINT GENERATED ALWAYS AS IDENTITY,
    unit_id   TEXT NOT NULL,
    act       TEXT NOT NULL,
    on_day    DATE NOT NULL,
    successor TEXT,
    reference TEXT NOT NULL,
    confirmed BOOLEAN NOT NULL,
    reason    TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    CONSTRAINT unit_end_pk PRIMARY KEY (id),
    CONSTRAINT unit_end_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id),
    CONSTRAINT unit_end_successor_fk FOREIGN KEY (successor) REFERENCES unit (id),
    CONSTRAINT unit_end_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT unit_end_act_known CHECK (act IN ('ENDS', 'GOES_ON')),
    CONSTRAINT unit_end_is_not_its_own_successor CHECK (successor <> unit_id),
    CONSTRAINT unit_end_says_why CHECK (reference <> '' AND reason <> '')
);
CREATE INDEX unit_end_by_unit ON unit_end (unit_id, id);

CREATE TRIGGER unit_end_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON unit_end
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON unit_end
    FOR EACH ROW EXECUTE FUNCTION attest_row('units', '', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON unit_end
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();

ALTER TABLE reference_change DROP CONSTRAINT reference_change_act_known;
ALTER TABLE reference_change ADD CONSTRAINT reference_change_act_known
    CHECK (act IN ('BEGUN', 'CORRECTED', 'CANCELLED', 'DAYS_SET', 'ENTERED', 'UNIT_ENDS', 'UNIT_GOES_ON'));
