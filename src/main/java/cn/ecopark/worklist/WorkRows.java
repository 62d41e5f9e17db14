package cn.ecopark.worklist;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** Tasks, how they ended, and the forms they were answered on. */
@Component
class WorkRows implements AttestedRows {

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("work_item", "dossier", "dossier_id").without("version"),
				AttestedTable.of("step_run", "dossier", "dossier_id"),
				AttestedTable.of("urging", "dossier", "dossier_id"),
				AttestedTable.of("decision_proposal", "dossier", "dossier_id"),
				AttestedTable.of("proposal_act", "dossier", "dossier_id"),
				AttestedTable.of("suspended_step", "dossier", "case_id").keyed("suspension_id", "work_item_id"),
				AttestedTable.of("form_schema", "forms", "").keyed("digest"));
	}

}
