-- What a list of late steps asks for stands in the work list: whether the holder was urged for the task, and the last day that was set
-- to the holder. Both follow the rows of urging.
ALTER TABLE work_item ADD COLUMN urged BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE work_item ADD COLUMN last_day DATE;

UPDATE work_item AS item
   SET urged = TRUE,
       last_day = (SELECT last_day FROM urging WHERE work_item_id = item.id AND id > held.since AND last_day IS NOT NULL ORDER BY id DESC LIMIT 1)
  FROM (SELECT work_item_id, coalesce(max(id) FILTER (WHERE act = 'HANDED_OVER'), 0) AS since, max(id) AS newest
          FROM urging GROUP BY work_item_id) AS held
 WHERE held.work_item_id = item.id AND held.newest > held.since;

CREATE INDEX work_item_late_and_not_urged ON work_item (sort_due, id)
 WHERE state = 'OPEN' AND unit_id <> 'OFFICE' AND NOT urged;
CREATE INDEX work_item_last_day ON work_item (last_day, id)
 WHERE state = 'OPEN' AND unit_id <> 'OFFICE' AND last_day IS NOT NULL;

-- A desk tells its reader of drafts on tasks that are another's now.
CREATE INDEX task_draft_of_person ON task_draft (person_id);
