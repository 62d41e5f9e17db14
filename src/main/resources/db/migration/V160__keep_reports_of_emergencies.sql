-- 突发环境事件: what a park or its area reports of an emergency; what is said later is another row, nothing is changed.
CREATE TABLE park_emergency (
    id          BIGINT GENERATED ALWAYS AS IDENTITY,
    park_id     BIGINT NOT NULL,
    occurred_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT park_emergency_pk PRIMARY KEY (id),
    CONSTRAINT park_emergency_park_fk FOREIGN KEY (park_id) REFERENCES park (id)
);
CREATE INDEX park_emergency_by_park ON park_emergency (park_id, id);

CREATE TABLE emergency_report (
    id           BIGINT GENERATED ALWAYS AS IDENTITY,
    park_id      BIGINT NOT NULL,
    emergency_id BIGINT NOT NULL,
    kind         TEXT NOT NULL,
    level        TEXT,
    text         TEXT NOT NULL,
    measures     TEXT NOT NULL DEFAULT '',
    person_id    BIGINT NOT NULL,
    unit_id      TEXT NOT NULL,
    at           TIMESTAMPTZ NOT NULL,
    CONSTRAINT emergency_report_pk PRIMARY KEY (id),
    CONSTRAINT emergency_report_emergency_fk FOREIGN KEY (emergency_id) REFERENCES park_emergency (id),
    CONSTRAINT emergency_report_park_fk FOREIGN KEY (park_id) REFERENCES park (id),
    CONSTRAINT emergency_report_person_fk FOREIGN KEY (person_id) REFERENCES person (id),
    CONSTRAINT emergency_report_kind CHECK (kind IN ('FIRST', 'FURTHER', 'FINAL', 'NOTE')),
    CONSTRAINT emergency_report_level CHECK ((kind = 'NOTE') = (level IS NULL)),
    CONSTRAINT emergency_report_says_something CHECK (text <> '')
);
CREATE INDEX emergency_report_by_emergency ON emergency_report (emergency_id, id);
CREATE UNIQUE INDEX emergency_report_one_first ON emergency_report (emergency_id) WHERE kind = 'FIRST';

CREATE TRIGGER park_emergency_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON park_emergency
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON park_emergency
    FOR EACH ROW EXECUTE FUNCTION attest_row('park', 'park_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON park_emergency
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
CREATE TRIGGER emergency_report_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON emergency_report
    FOR EACH STATEMENT EXECUTE FUNCTION record_stays();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON emergency_report
    FOR EACH ROW EXECUTE FUNCTION attest_row('park', 'park_id', 'id', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON emergency_report
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
