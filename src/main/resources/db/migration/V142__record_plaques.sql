-- 授牌: the plaque of the title was handed over. Put right by another row, which says why; the last one of a naming holds.
CREATE TABLE park_plaque (
    id        BIGINT GENERATED ALWAYS AS IDENTITY,
    park_id   BIGINT NOT NULL,
    naming_id BIGINT NOT NULL,
    on_day    DATE NOT NULL,
    place     TEXT NOT NULL,
    handed_by TEXT NOT NULL,
    why       TEXT NOT NULL DEFAULT '',
    corrects  BIGINT,
    person_id BIGINT NOT NULL,
    at        TIMESTAMPTZ NOT NULL,
    CONSTRAINT park_plaque_pk PRIMARY KEY (id),
    CONSTRAINT park_plaque_park_fk FOREIGN KEY (park_id) REFERENCES park (id),
    CONSTRAINT park_plaque_naming_fk FOREIGN KEY (naming_id) REFERENCES park_event (id),
    CONSTRAINT park_plaque_corrects_fk FOREIGN KEY (corrects) REFERENCES park_plaque (id),
    CONSTRAINT park_plaque_once UNIQUE NULLS NOT DISTINCT (naming_id, corrects),
    CONSTRAINT park_plaque_says_where CHECK (place <> '' AND handed_by <> ''),
    CONSTRAINT park_plaque_correction_says_why CHECK ((corrects IS NULL) = (why = ''))
);
CREATE INDEX park_plaque_by_park ON park_plaque (park_id, id);

CREATE TRIGGER park_plaque_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON park_plaque
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON park_plaque
    FOR EACH ROW EXECUTE FUNCTION attest_row('park', 'park_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON park_plaque
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
