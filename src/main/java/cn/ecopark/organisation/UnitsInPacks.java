package cn.ecopark.organisation;

import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFindings;
import cn.ecopark.rulepack.PackPart;
import cn.ecopark.rulepack.Role.Resolve;
import cn.ecopark.rulepack.RulePack;

/** Whether the roles of a pack are held by units of kinds that there are. */
@Component
class UnitsInPacks implements PackPart {

	private final UnitKinds kinds;

	UnitsInPacks(UnitKinds kinds) {
		this.kinds = kinds;
	}

	@Override
	public void check(PackFiles files, RulePack pack, PackFindings findings) {
		List<String> known = this.kinds.kinds().stream().map(UnitKind::code).toList();
		pack.roles().forEach((code, role) -> {
			String kind = role.unitKind();
			if (kind != null && !known.contains(kind)) {
				findings.contradiction("roles.yaml", "roles." + code + ".unitKind", "pack.unknown.unitKind", kind,
						String.join("、", known));
			}
			else if (role.resolve() == Resolve.KIND && !UnitLevel.OFFICE.name().equals(kind)) {
				findings.contradiction("roles.yaml", "roles." + code + ".unitKind", "pack.kindOfSeveral",
						String.valueOf(kind), UnitLevel.OFFICE.name());
			}
		});
	}

}
