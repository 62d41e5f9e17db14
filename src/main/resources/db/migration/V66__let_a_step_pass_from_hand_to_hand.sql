-- A task that one person did not do in time, or can no longer do, goes to another. Each of them has a visit of his own in the record; the
-- visit of the first ends when that of the second begins. Before this, whoever took over could not finish: who had a visit stays.
ALTER TABLE step_run DROP CONSTRAINT step_run_one_per_task;
CREATE UNIQUE INDEX step_run_one_open_per_task ON step_run (work_item_id) WHERE left_at IS NULL;
CREATE INDEX step_run_by_task ON step_run (work_item_id, id);
