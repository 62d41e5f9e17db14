package cn.ecopark.casefile;

import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.park.ParkRenamed;

/**
 * A case that is open goes on under the park's new name; one that is closed keeps the
 * name under which it was decided.
 */
@Component
class RenamedParks {

	private static final String RENAME = """
			UPDATE eco_case SET park_name = :name, version = version + 1 WHERE park_id = :park AND status <> 'CLOSED'""";

	private final JdbcClient jdbc;

	RenamedParks(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@EventListener
	void on(ParkRenamed renamed) {
		this.jdbc.sql(RENAME).param("name", renamed.name()).param("park", renamed.parkId()).update();
	}

}
