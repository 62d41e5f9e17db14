package cn.ecopark.worklist;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.park.ParkRenamed;

/** Tasks that wait about one park bear its new name. */
@Component
class RenamedParksOnDesks {

	private static final String RENAME = """
			UPDATE work_item SET title = :name, version = version + 1
			 WHERE park_id = :park AND case_id IS NOT NULL AND state = 'OPEN'""";

	private final JdbcClient jdbc;

	RenamedParksOnDesks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void on(ParkRenamed renamed) {
		this.jdbc.sql(RENAME).param("name", renamed.name()).param("park", renamed.parkId()).update();
	}

}
