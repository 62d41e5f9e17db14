-- A city has departments of its own, which read the cases of the parks that lie in it. Which cities there are is entered as parks and
-- departments of them are; a park need not lie in one.
CREATE TABLE city (
    code          TEXT NOT NULL,
    province_code TEXT NOT NULL,
    name          TEXT NOT NULL,
    short_name    TEXT NOT NULL,
    source        TEXT NOT NULL,
    confirmed     BOOLEAN NOT NULL,
    CONSTRAINT city_pk PRIMARY KEY (code),
    CONSTRAINT city_of_its_province UNIQUE (code, province_code),
    CONSTRAINT city_province_fk FOREIGN KEY (province_code) REFERENCES province (code),
    CONSTRAINT city_code_has_six_digits CHECK (code ~ '^[0-9]{6}$'),
    CONSTRAINT city_is_named CHECK (name <> '' AND short_name <> '' AND source <> '')
);
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON city
    FOR EACH ROW EXECUTE FUNCTION attest_row('units', '', 'code', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON city
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();

-- A unit is of one area at most, and there is one of a kind in each; of parks there are many.
ALTER TABLE unit ADD COLUMN city_code TEXT;
ALTER TABLE unit ADD CONSTRAINT unit_city_fk FOREIGN KEY (city_code) REFERENCES city (code);
ALTER TABLE unit ADD CONSTRAINT unit_is_of_one_area CHECK (city_code IS NULL OR province_code IS NULL);
CREATE UNIQUE INDEX unit_one_of_a_kind_in_an_area ON unit (kind, coalesce(city_code, province_code)) WHERE kind <> 'PARK';

ALTER TABLE park ADD COLUMN city_code TEXT;
ALTER TABLE park ADD CONSTRAINT park_city_fk FOREIGN KEY (city_code, province_code) REFERENCES city (code, province_code);
CREATE INDEX park_by_city ON park (city_code, id);

ALTER TABLE eco_case ADD COLUMN city_code TEXT;
CREATE INDEX eco_case_by_city ON eco_case (city_code, opened_at DESC, id DESC);

-- Who has entered kinds of units, cities and units, and why, is kept as other changes of reference data are.
ALTER TABLE reference_change DROP CONSTRAINT reference_change_kind_known;
ALTER TABLE reference_change ADD CONSTRAINT reference_change_kind_known
    CHECK (kind IN ('PARTIES', 'TECHNICAL_UNIT', 'TITLE', 'UNIT_NAME', 'CALENDAR', 'UNITS'));
ALTER TABLE reference_change DROP CONSTRAINT reference_change_act_known;
ALTER TABLE reference_change ADD CONSTRAINT reference_change_act_known
    CHECK (act IN ('BEGUN', 'CORRECTED', 'CANCELLED', 'DAYS_SET', 'ENTERED'));
