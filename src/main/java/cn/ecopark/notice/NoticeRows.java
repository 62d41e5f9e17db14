package cn.ecopark.notice;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** Public notices and objections; who objected is nobody else's business. */
@Component
class NoticeRows implements AttestedRows {

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("public_notice", "dossier", "batch_id").keyed("batch_id").without("version"),
				AttestedTable.of("objection", "dossier", "batch_id").hiding("objector", "objector_unit", "contact"),
				AttestedTable.of("objection_counter", "numbers", "").keyed("year"));
	}

}
