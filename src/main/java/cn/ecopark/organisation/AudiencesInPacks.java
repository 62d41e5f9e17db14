package cn.ecopark.organisation;

import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Component;

import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFindings;
import cn.ecopark.rulepack.PackPart;
import cn.ecopark.rulepack.RulePack;

/** Whether a pack discloses what its roles say to readers that there are. */
@Component
class AudiencesInPacks implements PackPart {

	private static final List<String> AUDIENCES = Arrays.stream(Audience.values()).map(Enum::name).toList();

	@Override
	public void check(PackFiles files, RulePack pack, PackFindings findings) {
		pack.roles().forEach((code, role) -> {
			if (!AUDIENCES.contains(role.disclosed())) {
				findings.contradiction("roles.yaml", "roles." + code + ".disclosed", "pack.unknown.audience",
						role.disclosed(), String.join("、", AUDIENCES));
			}
		});
	}

}
