package cn.ecopark.reference;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/** Dated reference data, all of it in one chain. */
@Component
class ReferenceRows implements AttestedRows {

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("joint_parties", "reference", ""),
				AttestedTable.of("joint_party", "reference", "").keyed("parties_id", "position"),
				AttestedTable.of("technical_unit", "reference", ""), AttestedTable.of("regime_title", "reference", ""),
				AttestedTable.of("reference_change", "reference", ""));
	}

}
