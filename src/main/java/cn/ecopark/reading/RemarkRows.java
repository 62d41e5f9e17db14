package cn.ecopark.reading;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** Remarks on papers. */
@Component
class RemarkRows implements AttestedRows {

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("remark", "dossier", "dossier_id"));
	}

}
