-- Every procedure excludes every other: a park that is rechecked or whose title is to be revoked begins nothing else meanwhile.
DROP INDEX eco_case_one_open_procedure;
CREATE UNIQUE INDEX eco_case_one_open_procedure ON eco_case (park_id) WHERE status <> 'CLOSED';
