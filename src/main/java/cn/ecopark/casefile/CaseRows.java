package cn.ecopark.casefile;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** Cases and what is in them. */
@Component
class CaseRows implements AttestedRows {

	private static final String DOSSIER = "dossier";

	private static final String CHAIN = "rows:" + DOSSIER + ":";

	private static final String NAME = "SELECT park_name, case_number FROM eco_case WHERE id = :id";

	private final JdbcClient jdbc;

	CaseRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("eco_case", DOSSIER, "id").without("version"),
				AttestedTable.of("case_party", DOSSIER, "case_id").keyed("case_id", "role", "unit_id", "person_id"),
				AttestedTable.of("case_number_counter", "numbers", "mark").keyed("year", "mark"),
				AttestedTable.of("case_suspension", DOSSIER, "case_id"),
				AttestedTable.of("taken_back", DOSSIER, "case_id"),
				AttestedTable.of("case_continuation", DOSSIER, "case_id").keyed("case_id"),
				AttestedTable.of("case_stage", DOSSIER, "case_id"), AttestedTable.of("opinion", DOSSIER, "dossier_id"),
				AttestedTable.of("correction_point", DOSSIER, "case_id"),
				AttestedTable.of("timeline_entry", DOSSIER, "case_id"),
				AttestedTable.of("rectification", DOSSIER, "case_id"),
				AttestedTable.of("document_version", DOSSIER, "dossier_id").without("content"));
	}

	@Override
	public Optional<String> nameOf(String chain) {
		String id = chain.startsWith(CHAIN) ? chain.substring(CHAIN.length())
				: chain.startsWith("case:") ? chain.substring("case:".length()) : "";
		return this.jdbc.sql(NAME)
			.param("id", id)
			.query((row, number) -> row.getString("park_name") + " "
					+ Objects.requireNonNullElse(row.getString("case_number"), id))
			.optional();
	}

}
