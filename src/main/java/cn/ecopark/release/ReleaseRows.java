package cn.ecopark.release;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.audit.AttestedRows;
import cn.ecopark.audit.AttestedTable;

/**
 * Releases of rule packs, what they consist of and who has edited them; contents go by
 * their digest.
 */
@Component
class ReleaseRows implements AttestedRows {

	@Override
	public List<AttestedTable> tables() {
		return List.of(AttestedTable.of("pack_release", "packs", "pack").without("version"),
				AttestedTable.of("pack_resource", "packs", "release").keyed("release", "path"),
				AttestedTable.of("pack_release_editor", "packs", "release").keyed("release", "person_id"));
	}

}
