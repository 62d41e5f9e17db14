package cn.ecopark.officialdocument;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** Documents that went out, their numbers and templates. */
@Component
class OfficialDocumentRows implements AttestedRows {

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("document_number", "numbers", "series").where("state <> 'FREE'"),
				AttestedTable.of("official_paper", "dossier", "dossier_id").keyed("code"),
				AttestedTable.of("official_paper_body", "paper", "code").keyed("code", "position"),
				AttestedTable.of("paper_template", "templates", "").keyed("pack", "kind", "version"));
	}

}
