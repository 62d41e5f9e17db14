-- A token names one submission of one person on one task. The same word on another task is another submission, not a fault.
ALTER TABLE submission DROP CONSTRAINT submission_pkey;
ALTER TABLE submission ADD CONSTRAINT submission_key PRIMARY KEY (token, work_item_id, person_id);
