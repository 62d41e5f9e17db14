package cn.ecopark.batch;

import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** Batches, and what each body chose. */
@Component
class BatchRows implements AttestedRows {

	private static final String CHAIN = "rows:dossier:";

	private static final String NAME = "SELECT title FROM batch WHERE id = :id";

	private final JdbcClient jdbc;

	BatchRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("batch", "dossier", "id").without("version"),
				AttestedTable.of("batch_item", "dossier", "batch_id").keyed("batch_id", "case_id"),
				AttestedTable.of("ballot", "dossier", "batch_id").keyed("batch_id", "case_id", "unit_id", "round"),
				AttestedTable.of("issued_paper", "dossier", "batch_id").keyed("number"));
	}

	@Override
	public Optional<String> nameOf(String chain) {
		return chain.startsWith(CHAIN)
				? this.jdbc.sql(NAME).param("id", chain.substring(CHAIN.length())).query(String.class).optional()
				: Optional.empty();
	}

}
