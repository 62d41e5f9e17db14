package cn.ecopark.process;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** The way dossiers have gone. */
@Component
class TraceRows implements AttestedRows {

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("case_trace", "dossier", "dossier_id"));
	}

}
