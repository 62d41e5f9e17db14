package cn.ecopark.worklist;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

/** The work list for tests that do without Spring. */
public final class WorkTables {

	private WorkTables() {
	}

	public static WorkItems items(JdbcClient jdbc) {
		return new WorkItems(jdbc, JsonMapper.builder().build());
	}

	static WorkItemLimits limits(JdbcClient jdbc) {
		return new WorkItemLimits(jdbc, JsonMapper.builder().build());
	}

}
