-- 改由其他单位承办: a unit that lets its last day pass gives way to another one. What was urged before was urged of the first.
ALTER TABLE urging DROP CONSTRAINT urging_act_known;
ALTER TABLE urging ADD CONSTRAINT urging_act_known CHECK (act IN ('URGED', 'LAST_DAY', 'SILENCE', 'HANDED_OVER'));
