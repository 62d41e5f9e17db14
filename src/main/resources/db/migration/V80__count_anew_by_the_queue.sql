-- What a changed calendar concerns is counted anew by the queue for work in the background. Of a step it stays written down what it was given.
INSERT INTO background_job (task_name, task_instance, execution_time, picked, version)
SELECT 'limit-recount', work_item_id || ':' || calendar_version.version, now(), FALSE, 1 FROM due_recount, calendar_version;
INSERT INTO background_job (task_name, task_instance, execution_time, picked, version)
SELECT 'notice-recount', batch_id || ':' || calendar_version.version, now(), FALSE, 1 FROM notice_recount, calendar_version;

DROP INDEX due_recount_next;
ALTER TABLE due_recount DROP COLUMN try_at, DROP COLUMN tries;
DROP TABLE notice_recount;
