package cn.ecopark.wholefile;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** Whole files that were handed out. */
@Component
class ExportRows implements AttestedRows {

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("whole_file_export", "dossier", "case_id"));
	}

}
