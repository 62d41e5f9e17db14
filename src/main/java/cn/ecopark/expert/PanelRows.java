package cn.ecopark.expert;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** Panels of experts and their meetings. */
@Component
class PanelRows implements AttestedRows {

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("panel", "dossier", "case_id"),
				AttestedTable.of("panel_member", "panel", "panel_id").keyed("panel_id", "person_id"),
				AttestedTable.of("panel_vote", "panel", "panel_id"),
				AttestedTable.of("panel_conclusion", "panel", "panel_id"),
				AttestedTable.of("panel_signature", "conclusion", "conclusion_id"),
				AttestedTable.of("meeting", "dossier", "case_id"));
	}

}
