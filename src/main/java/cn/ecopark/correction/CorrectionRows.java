package cn.ecopark.correction;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** What was proposed to put documents right, and what each body has said. */
@Component
class CorrectionRows implements AttestedRows {

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("document_correction", "dossier", "dossier_id"),
				AttestedTable.of("document_correction_word", "document-correction", "correction_id")
					.keyed("correction_id", "unit_id"));
	}

}
