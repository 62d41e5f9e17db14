-- A park is renamed, its administration is, its kind or its area changes: from a day on, by an official document, for a reason. What it was
-- before stands here for ever; official documents keep the names of their day.
CREATE TABLE park_change (
    id          BIGINT GENERATED ALWAYS AS IDENTITY,
    park_id     BIGINT NOT NULL,
    act         TEXT NOT NULL,
    on_day      DATE NOT NULL,
    before_text TEXT NOT NULL,
    after_text  TEXT NOT NULL,
    reference   TEXT NOT NULL,
    reason      TEXT NOT NULL,
    person_id   BIGINT NOT NULL,
    at          TIMESTAMPTZ NOT NULL,
    CONSTRAINT park_change_pk PRIMARY KEY (id),
    CONSTRAINT park_change_park_fk FOREIGN KEY (park_id) REFERENCES park (id),
    CONSTRAINT park_change_act_known CHECK (act IN ('NAME', 'ADMINISTRATION', 'KIND', 'AREA')),
    CONSTRAINT park_change_says_why CHECK (after_text <> '' AND reference <> '' AND reason <> '')
);
CREATE INDEX park_change_by_park ON park_change (park_id, on_day, id);

CREATE TRIGGER park_change_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON park_change
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON park_change
    FOR EACH ROW EXECUTE FUNCTION attest_row('park', 'park_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON park_change
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
