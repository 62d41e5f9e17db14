package cn.ecopark.organisation;

import java.util.Arrays;
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

	private static final List<String> KINDS = Arrays.stream(UnitKind.values()).map(Enum::name).toList();

	@Override
	public void check(PackFiles files, RulePack pack, PackFindings findings) {
		pack.roles().forEach((code, role) -> {
			String kind = role.unitKind();
			if (kind != null && !KINDS.contains(kind)) {
				findings.contradiction("roles.yaml", "roles." + code + ".unitKind", "pack.unknown.unitKind", kind,
						String.join("、", KINDS));
			}
			else if (role.resolve() == Resolve.KIND && !UnitKind.OFFICE.name().equals(kind)) {
				findings.contradiction("roles.yaml", "roles." + code + ".unitKind", "pack.kindOfSeveral",
						String.valueOf(kind), UnitKind.OFFICE.name());
			}
		});
	}

}
