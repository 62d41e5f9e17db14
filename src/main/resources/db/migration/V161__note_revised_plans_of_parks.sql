-- 规划修订: a decision on a park under construction by which its plan is another one; it stays what it is. It names the case that holds the plan.
ALTER TABLE park_event
	ADD COLUMN plan_case TEXT,
	ADD CONSTRAINT park_event_plan_case_fk FOREIGN KEY (plan_case) REFERENCES eco_case (id),
	ADD CONSTRAINT park_event_plan_of_a_park_under_construction CHECK (plan_case IS NULL OR life_status = 'UNDER_CONSTRUCTION');
