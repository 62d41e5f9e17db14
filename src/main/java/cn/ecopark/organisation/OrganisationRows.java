package cn.ecopark.organisation;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** Units, people and what they may do. */
@Component
class OrganisationRows implements AttestedRows {

	private static final String CHAIN = "rows:person:";

	private static final String NAME = "SELECT display_name FROM person WHERE id::text = :id";

	private final JdbcClient jdbc;

	OrganisationRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("province", "units", "").keyed("code"),
				AttestedTable.of("city", "units", "").keyed("code"),
				AttestedTable.of("unit_kind", "units", "").keyed("code"), AttestedTable.of("unit", "units", ""),
				AttestedTable.of("unit_name", "units", "").keyed("unit_id", "valid_from"),
				AttestedTable.of("unit_end", "units", ""),
				AttestedTable.of("person", "person", "id").without("version").hiding("password_hash"),
				AttestedTable.of("membership", "person", "person_id"),
				AttestedTable.of("expert", "person", "person_id").keyed("person_id"),
				AttestedTable.of("one_time_code", "person", "person_id"),
				AttestedTable.of("person_change", "person", "person_id"),
				AttestedTable.of("code_request", "person", "person_id"));
	}

	@Override
	public Optional<String> nameOf(String chain) {
		return chain.startsWith(CHAIN)
				? this.jdbc.sql(NAME).param("id", chain.substring(CHAIN.length())).query(String.class).optional()
				: Optional.empty();
	}

}
