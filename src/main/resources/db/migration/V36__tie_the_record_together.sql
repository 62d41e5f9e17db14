-- The record refers to parks, units, people, tasks and papers that exist. What the system does itself has no person and, where it is
-- done in no task, no task: those columns were 0 so far.

ALTER TABLE eco_case ADD CONSTRAINT eco_case_park_fk FOREIGN KEY (park_id) REFERENCES park (id);
ALTER TABLE eco_case ADD CONSTRAINT eco_case_park_unit_fk FOREIGN KEY (park_unit_id) REFERENCES unit (id);
ALTER TABLE eco_case ADD CONSTRAINT eco_case_province_fk FOREIGN KEY (province_code) REFERENCES province (code);

ALTER TABLE case_party ADD CONSTRAINT case_party_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
ALTER TABLE case_party ADD CONSTRAINT case_party_person_fk FOREIGN KEY (person_id) REFERENCES person (id);

ALTER TABLE work_item ADD CONSTRAINT work_item_case_fk FOREIGN KEY (case_id) REFERENCES eco_case (id);
ALTER TABLE work_item ADD CONSTRAINT work_item_batch_fk FOREIGN KEY (batch_id) REFERENCES batch (id);
ALTER TABLE work_item ADD CONSTRAINT work_item_objection_fk FOREIGN KEY (objection_id) REFERENCES objection (id);
ALTER TABLE work_item ADD CONSTRAINT work_item_park_fk FOREIGN KEY (park_id) REFERENCES park (id);
ALTER TABLE work_item ADD CONSTRAINT work_item_unit_fk FOREIGN KEY (unit_id) REFERENCES unit (id);
ALTER TABLE work_item ADD CONSTRAINT work_item_person_fk FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE work_item ADD CONSTRAINT work_item_claimed_by_fk FOREIGN KEY (claimed_by) REFERENCES person (id);
ALTER TABLE work_item ADD CONSTRAINT work_item_done_by_fk FOREIGN KEY (done_by) REFERENCES person (id);
ALTER TABLE work_item ADD CONSTRAINT work_item_form_fk FOREIGN KEY (form_digest) REFERENCES form_schema (digest);

ALTER TABLE opinion ALTER COLUMN work_item_id DROP NOT NULL;
ALTER TABLE opinion ALTER COLUMN person_id DROP NOT NULL;
UPDATE opinion SET work_item_id = nullif(work_item_id, 0), person_id = nullif(person_id, 0) WHERE work_item_id = 0 OR person_id = 0;
ALTER TABLE opinion ADD CONSTRAINT opinion_case_fk FOREIGN KEY (case_id) REFERENCES eco_case (id);
ALTER TABLE opinion ADD CONSTRAINT opinion_work_item_fk FOREIGN KEY (work_item_id) REFERENCES work_item (id);
ALTER TABLE opinion ADD CONSTRAINT opinion_person_fk FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE opinion ADD CONSTRAINT opinion_form_fk FOREIGN KEY (form_digest) REFERENCES form_schema (digest);

ALTER TABLE document_version ALTER COLUMN work_item_id DROP NOT NULL;
ALTER TABLE document_version ALTER COLUMN uploaded_by DROP NOT NULL;
UPDATE document_version SET work_item_id = nullif(work_item_id, 0), uploaded_by = nullif(uploaded_by, 0)
 WHERE work_item_id = 0 OR uploaded_by = 0;
ALTER TABLE document_version ADD CONSTRAINT document_version_work_item_fk FOREIGN KEY (work_item_id) REFERENCES work_item (id);
ALTER TABLE document_version ADD CONSTRAINT document_version_uploaded_by_fk FOREIGN KEY (uploaded_by) REFERENCES person (id);

ALTER TABLE official_paper ADD CONSTRAINT official_paper_version_fk FOREIGN KEY (version_id) REFERENCES document_version (id);
ALTER TABLE issued_paper ADD CONSTRAINT issued_paper_scan_fk FOREIGN KEY (scan_version) REFERENCES document_version (id);

ALTER TABLE remark ADD CONSTRAINT remark_person_fk FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE remark ADD CONSTRAINT remark_work_item_fk FOREIGN KEY (work_item_id) REFERENCES work_item (id);

ALTER TABLE submission ADD CONSTRAINT submission_person_fk FOREIGN KEY (person_id) REFERENCES person (id);
ALTER TABLE rectification ADD CONSTRAINT rectification_orderer_fk FOREIGN KEY (orderer) REFERENCES unit (id);

-- Replaced by task_draft and read by nobody since.
DROP TABLE work_item_draft;
