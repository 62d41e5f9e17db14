-- Two parks become one from a day on, by an official document and for a reason: one of them goes on. What becomes of the title of the other,
-- and of its dates, is decided by officials and entered here once it is. The last row of a merger says what holds.
CREATE TABLE park_merger (
    id        BIGINT GENERATED ALWAYS AS IDENTITY,
    park_id   BIGINT NOT NULL,
    into_id   BIGINT NOT NULL,
    act       TEXT NOT NULL,
    on_day    DATE NOT NULL,
    title     TEXT NOT NULL DEFAULT '',
    reference TEXT NOT NULL,
    reason    TEXT NOT NULL,
    person_id BIGINT NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    CONSTRAINT park_merger_pk PRIMARY KEY (id),
    CONSTRAINT park_merger_park_fk FOREIGN KEY (park_id) REFERENCES park (id),
    CONSTRAINT park_merger_into_fk FOREIGN KEY (into_id) REFERENCES park (id),
    CONSTRAINT park_merger_act_known CHECK (act IN ('MERGED', 'TITLE_DECIDED', 'TAKEN_BACK')),
    CONSTRAINT park_merger_of_two CHECK (park_id <> into_id),
    CONSTRAINT park_merger_title_is_decided CHECK ((act = 'TITLE_DECIDED') = (title <> '')),
    CONSTRAINT park_merger_says_why CHECK (reference <> '' AND reason <> '')
);
CREATE INDEX park_merger_by_park ON park_merger (park_id, id);
CREATE INDEX park_merger_by_into ON park_merger (into_id, id);

CREATE TRIGGER park_merger_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON park_merger
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON park_merger
    FOR EACH ROW EXECUTE FUNCTION attest_row('park', 'park_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON park_merger
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
