package cn.ecopark.park;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** The register of parks. */
@Component
class ParkRows implements AttestedRows {

	private static final String CHAIN = "rows:park:";

	private static final String NAME = "SELECT name FROM park WHERE id::text = :id";

	private final JdbcClient jdbc;

	ParkRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("park", "park", "id").without("version"),
				AttestedTable.of("park_event", "park", "park_id"), AttestedTable.of("park_change", "park", "park_id"),
				AttestedTable.of("park_merger", "park", "park_id"), AttestedTable.of("park_plaque", "park", "park_id"),
				AttestedTable.of("park_emergency", "park", "park_id"),
				AttestedTable.of("emergency_report", "park", "park_id"));
	}

	@Override
	public Optional<String> nameOf(String chain) {
		return chain.startsWith(CHAIN)
				? this.jdbc.sql(NAME).param("id", chain.substring(CHAIN.length())).query(String.class).optional()
				: Optional.empty();
	}

}
