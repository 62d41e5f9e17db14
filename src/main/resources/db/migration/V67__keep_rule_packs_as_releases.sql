-- A rule pack is released as one thing: diagrams, forms, data and templates, by digest. What runs names its release and goes on under it.
CREATE TABLE pack_release (
    id             TEXT NOT NULL,
    pack           TEXT NOT NULL,
    number         INT NOT NULL,
    state          TEXT NOT NULL,
    origin         TEXT NOT NULL,
    based_on       TEXT,
    digest         TEXT NOT NULL,
    note           TEXT NOT NULL DEFAULT '',
    made_at        TIMESTAMPTZ NOT NULL,
    made_by        BIGINT,
    proposed_at    TIMESTAMPTZ,
    proposed_by    BIGINT,
    released_at    TIMESTAMPTZ,
    released_by    BIGINT,
    withdrawn_at   TIMESTAMPTZ,
    withdrawn_by   BIGINT,
    withdrawn_for  TEXT,
    version        INT NOT NULL DEFAULT 0,
    CONSTRAINT pack_release_pk PRIMARY KEY (id),
    CONSTRAINT pack_release_number_unique UNIQUE (pack, number),
    CONSTRAINT pack_release_id_says_both CHECK (id = pack || '.' || number),
    CONSTRAINT pack_release_number_positive CHECK (number > 0),
    CONSTRAINT pack_release_based_on_fk FOREIGN KEY (based_on) REFERENCES pack_release (id),
    CONSTRAINT pack_release_made_by_fk FOREIGN KEY (made_by) REFERENCES person (id),
    CONSTRAINT pack_release_proposed_by_fk FOREIGN KEY (proposed_by) REFERENCES person (id),
    CONSTRAINT pack_release_released_by_fk FOREIGN KEY (released_by) REFERENCES person (id),
    CONSTRAINT pack_release_withdrawn_by_fk FOREIGN KEY (withdrawn_by) REFERENCES person (id),
    CONSTRAINT pack_release_state_known CHECK (state IN ('DRAFT', 'CHECKED', 'RELEASED', 'WITHDRAWN')),
    CONSTRAINT pack_release_origin_known CHECK (origin IN ('SHIPPED', 'TAKEN_OVER', 'ADMINISTRATOR')),
    CONSTRAINT pack_release_released_has_its_time CHECK (state <> 'RELEASED' OR released_at IS NOT NULL),
    CONSTRAINT pack_release_withdrawn_says_why CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL AND withdrawn_for IS NOT NULL)),
    -- 双人复核: whoever proposes does not release.
    CONSTRAINT pack_release_by_a_second_person CHECK (released_by IS DISTINCT FROM proposed_by OR released_by IS NULL)
);

-- Contents by digest: what two releases have in common is kept once.
CREATE TABLE pack_content (
    sha256  TEXT NOT NULL,
    content BYTEA NOT NULL,
    CONSTRAINT pack_content_pk PRIMARY KEY (sha256),
    CONSTRAINT pack_content_goes_by_its_digest CHECK (sha256 = encode(sha256(content), 'hex'))
);

CREATE TABLE pack_resource (
    release TEXT NOT NULL,
    path    TEXT NOT NULL,
    sha256  TEXT NOT NULL,
    CONSTRAINT pack_resource_pk PRIMARY KEY (release, path),
    CONSTRAINT pack_resource_release_fk FOREIGN KEY (release) REFERENCES pack_release (id),
    CONSTRAINT pack_resource_content_fk FOREIGN KEY (sha256) REFERENCES pack_content (sha256)
);

-- Until now there was one pack, whose diagrams were in the engine only, under the pack's id as tenant. They are taken over as the first
-- release; its data came with the program, which adds it at its next start. Files that were never deployed are not known here.
DO $$
DECLARE
    found      RECORD;
    deployment TEXT;
    drawing    TEXT;
    step       INT;
    mark       INT;
    known      TEXT[];
    panel      CONSTANT TEXT := 'name="panel" value="';
    -- What the steps of that pack are for; its drawings named a work panel instead, and programs went by the names of the steps.
    purposes   CONSTANT TEXT[][] := ARRAY[
        ['Task_Countersign', 'BALLOT'],
        ['Task_ConfirmNotice', 'BALLOT'],
        ['Task_ConfirmGrades', 'BALLOT'],
        ['Task_Coordinate', 'COORDINATION'],
        ['Task_Issue', 'ISSUE'],
        ['Task_DraftNotice', 'DRAFT'],
        ['Task_DraftCircular', 'DRAFT'],
        ['Task_DraftPublicNotice', 'NOTICE_DRAFT'],
        ['Task_FormPanel', 'PANEL_FORMATION'],
        ['Task_AcceptInvitation', 'INVITATION'],
        ['Task_HoldMeeting', 'MEETING'],
        ['Task_CallMeeting', 'MEETING_CALL'],
        ['Task_MinistryVote', 'PANEL_VOTE'],
        ['Task_ExpertVote', 'PANEL_VOTE'],
        ['Task_ExpertOpinion', 'PANEL_VOTE'],
        ['Task_PanelConclusion', 'PANEL_CONCLUSION'],
        ['Task_GiveAcceptanceOpinion', 'PANEL_CONCLUSION'],
        ['Task_SignOpinion', 'PANEL_SIGNATURE'],
        ['Task_Correct', 'CORRECTION'],
        ['Task_RevisePlan', 'CORRECTION'],
        ['Task_Rectify', 'CORRECTION'],
        ['Task_InspectOnSite', 'SITE_INSPECTION'],
        ['Task_GiveCheckOpinion', 'CHECK_OPINION'],
        ['Task_AssessOnSite', 'GRADING'],
        ['Task_Reassess', 'GRADING'],
        ['Task_FileCase', 'FILING'],
        ['Task_GiveStatement', 'STATEMENT'],
        ['Task_ReviewStatement', 'STATEMENT_REVIEW'],
        ['Task_AssignObjection', 'OBJECTION_ASSIGNMENT'],
        ['Task_VerifyByProvince', 'OBJECTION_VERIFICATION'],
        ['Task_VerifyByTechnicalUnit', 'OBJECTION_VERIFICATION'],
        ['Task_AnswerObjection', 'OBJECTION_ANSWER'],
        ['Task_ComposeApprovalBatch', 'COMPOSITION'],
        ['Task_ComposeNoticeBatch', 'COMPOSITION'],
        ['Task_ComposeNamingBatch', 'COMPOSITION'],
        ['Task_ComposeResultBatch', 'COMPOSITION'],
        ['Task_ComposeDecisionBatch', 'COMPOSITION']
    ];
BEGIN
    IF to_regclass('act_re_deployment') IS NOT NULL THEN
        EXECUTE 'SELECT id_ FROM act_re_deployment WHERE tenant_id_ = ''2015-167'' ORDER BY deploy_time_ DESC LIMIT 1' INTO deployment;
    END IF;
    IF deployment IS NULL AND NOT EXISTS (SELECT FROM work_item) AND NOT EXISTS (SELECT FROM eco_case) THEN
        RETURN;
    END IF;
    INSERT INTO pack_release (id, pack, number, state, origin, digest, made_at, released_at)
    VALUES ('2015-167.1', '2015-167', 1, 'RELEASED', 'TAKEN_OVER', '', now(), now());
    IF deployment IS NULL THEN
        RETURN;
    END IF;
    FOR found IN EXECUTE 'SELECT id_, bytes_ FROM act_ge_bytearray WHERE deployment_id_ = $1 AND name_ LIKE ''%.bpmn''' USING deployment LOOP
        drawing := convert_from(found.bytes_, 'UTF8');
        FOREACH known SLICE 1 IN ARRAY purposes LOOP
            step := strpos(drawing, '<bpmn:userTask id="' || known[1] || '"');
            mark := CASE step WHEN 0 THEN 0 ELSE strpos(substr(drawing, step), panel) END;
            IF mark > 0 AND mark < strpos(substr(drawing, step), '</bpmn:userTask>') THEN
                drawing := substr(drawing, 1, step + mark - 2) || 'name="purpose" value="' || known[2]
                    || substr(drawing, step + mark - 2 + length(panel) + strpos(substr(drawing, step + mark - 1 + length(panel)), '"'));
            END IF;
        END LOOP;
        drawing := replace(drawing, '<camunda:property name="panel" value="form" />', '');
        EXECUTE 'UPDATE act_ge_bytearray SET bytes_ = $1 WHERE id_ = $2' USING convert_to(drawing, 'UTF8'), found.id_;
    END LOOP;
    FOR found IN EXECUTE 'SELECT name_, bytes_ FROM act_ge_bytearray WHERE deployment_id_ = $1' USING deployment LOOP
        INSERT INTO pack_content (sha256, content) VALUES (encode(sha256(found.bytes_), 'hex'), found.bytes_) ON CONFLICT DO NOTHING;
        INSERT INTO pack_resource (release, path, sha256)
        VALUES ('2015-167.1', CASE WHEN found.name_ LIKE '%.form' THEN 'forms/' ELSE 'bpmn/' END || found.name_,
                encode(sha256(found.bytes_), 'hex'));
    END LOOP;
    FOR found IN SELECT table_name FROM information_schema.columns
                  WHERE table_schema = current_schema() AND column_name = 'tenant_id_' AND table_name LIKE 'act\_%' LOOP
        EXECUTE format('UPDATE %I SET tenant_id_ = ''2015-167.1'' WHERE tenant_id_ = ''2015-167''', found.table_name);
    END LOOP;
END
$$;

-- All that there is was made under that one release; the default is for these rows alone.
ALTER TABLE eco_case ADD COLUMN release TEXT NOT NULL DEFAULT '2015-167.1';
ALTER TABLE batch ADD COLUMN release TEXT NOT NULL DEFAULT '2015-167.1';
ALTER TABLE work_item ADD COLUMN release TEXT NOT NULL DEFAULT '2015-167.1';
ALTER TABLE step_run ADD COLUMN release TEXT NOT NULL DEFAULT '2015-167.1';
ALTER TABLE official_paper ADD COLUMN release TEXT NOT NULL DEFAULT '2015-167.1';
ALTER TABLE eco_case ALTER COLUMN release DROP DEFAULT;
ALTER TABLE batch ALTER COLUMN release DROP DEFAULT;
ALTER TABLE work_item ALTER COLUMN release DROP DEFAULT;
ALTER TABLE step_run ALTER COLUMN release DROP DEFAULT;
ALTER TABLE official_paper ALTER COLUMN release DROP DEFAULT;
ALTER TABLE eco_case ADD CONSTRAINT eco_case_release_fk FOREIGN KEY (release) REFERENCES pack_release (id);
ALTER TABLE batch ADD CONSTRAINT batch_release_fk FOREIGN KEY (release) REFERENCES pack_release (id);
ALTER TABLE work_item ADD CONSTRAINT work_item_release_fk FOREIGN KEY (release) REFERENCES pack_release (id);
ALTER TABLE step_run ADD CONSTRAINT step_run_release_fk FOREIGN KEY (release) REFERENCES pack_release (id);
ALTER TABLE official_paper ADD CONSTRAINT official_paper_release_fk FOREIGN KEY (release) REFERENCES pack_release (id);
CREATE INDEX eco_case_by_release ON eco_case (release) WHERE status <> 'CLOSED';

-- A recheck on record names the release whose codes its grade and result are.
ALTER TABLE park_event ADD COLUMN recheck_release TEXT;
UPDATE park_event SET recheck_release = recheck_pack || '.1' WHERE recheck_pack IS NOT NULL;
ALTER TABLE park_event DROP CONSTRAINT park_event_recheck_is_whole;
ALTER TABLE park_event ADD CONSTRAINT park_event_recheck_is_whole
    CHECK (num_nulls(recheck_pack, recheck_release, recheck_grade, recheck_result, recheck_passed, recheck_due_on) IN (0, 6));
ALTER TABLE park_event ADD CONSTRAINT park_event_recheck_release_fk FOREIGN KEY (recheck_release) REFERENCES pack_release (id);

-- Under which release a step was taken and a paper was made stays as well.
DROP TRIGGER step_run_stays ON step_run;
CREATE TRIGGER step_run_stays BEFORE UPDATE ON step_run
    FOR EACH ROW WHEN (OLD.left_at IS NOT NULL
        OR (NEW.id, NEW.work_item_id, NEW.dossier_id, NEW.case_id, NEW.batch_id, NEW.objection_id, NEW.pack, NEW.release, NEW.process_key,
            NEW.step_key, NEW.step_name, NEW.role, NEW.unit_id, NEW.entered_at, NEW.due_on)
           IS DISTINCT FROM
           (OLD.id, OLD.work_item_id, OLD.dossier_id, OLD.case_id, OLD.batch_id, OLD.objection_id, OLD.pack, OLD.release, OLD.process_key,
            OLD.step_key, OLD.step_name, OLD.role, OLD.unit_id, OLD.entered_at, OLD.due_on)
        OR OLD.person_id IS NOT NULL AND NEW.person_id IS DISTINCT FROM OLD.person_id)
    EXECUTE FUNCTION record_stays();
CREATE TRIGGER official_paper_release_stays BEFORE UPDATE ON official_paper
    FOR EACH ROW WHEN (NEW.release IS DISTINCT FROM OLD.release) EXECUTE FUNCTION official_paper_stays();

CREATE FUNCTION released_packs_stay() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'What a release of a rule pack consists of does not change';
END
$$;
CREATE TRIGGER pack_content_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON pack_content
    FOR EACH STATEMENT EXECUTE FUNCTION released_packs_stay();
CREATE TRIGGER pack_resource_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON pack_resource
    FOR EACH STATEMENT EXECUTE FUNCTION released_packs_stay();

CREATE TRIGGER pack_release_is_not_deleted BEFORE DELETE ON pack_release
    FOR EACH ROW EXECUTE FUNCTION released_packs_stay();
CREATE TRIGGER pack_release_stays BEFORE UPDATE ON pack_release
    FOR EACH ROW WHEN ((NEW.id, NEW.pack, NEW.number, NEW.origin, NEW.based_on, NEW.made_at, NEW.made_by)
            IS DISTINCT FROM (OLD.id, OLD.pack, OLD.number, OLD.origin, OLD.based_on, OLD.made_at, OLD.made_by)
        OR OLD.digest <> '' AND NEW.digest <> OLD.digest
        OR OLD.state = 'WITHDRAWN')
    EXECUTE FUNCTION released_packs_stay();

CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON pack_release
    FOR EACH ROW EXECUTE FUNCTION attest_row('packs', 'pack', 'id', 'version', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON pack_release
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
CREATE TRIGGER row_is_attested AFTER INSERT OR UPDATE OR DELETE ON pack_resource
    FOR EACH ROW EXECUTE FUNCTION attest_row('packs', 'release', 'release,path', '', '');
CREATE TRIGGER rows_are_not_emptied BEFORE TRUNCATE ON pack_resource
    FOR EACH STATEMENT EXECUTE FUNCTION attested_rows_are_not_emptied();
