package cn.ecopark.casefile;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import cn.ecopark.organisation.UnitKinds;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.KindOfCase;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.PackFindings;
import cn.ecopark.rulepack.PackPart;
import cn.ecopark.rulepack.Role;
import cn.ecopark.rulepack.RulePack;

/**
 * Whether somebody can begin the cases of a pack, and whoever takes part in them is found
 * when they are opened.
 */
@Component
class PartiesInPacks implements PackPart {

	private static final String FILE = "pack.yaml";

	private static final String ROLES = "roles.yaml";

	private final UnitKinds kinds;

	PartiesInPacks(UnitKinds kinds) {
		this.kinds = kinds;
	}

	@Override
	public void check(PackFiles files, RulePack pack, PackFindings findings) {
		pack.kindsOfCase().forEach(kind -> {
			String place = "processes." + kind.process();
			Role begins = pack.roles().get(kind.begunBy());
			if (begins != null && isRead(begins, findings)) {
				begins(begins, kind, place, findings);
			}
			List<Role> parties = kind.parties().stream().map(pack.roles()::get).filter(Objects::nonNull).toList();
			if (parties.size() == kind.parties().size() && parties.stream().allMatch(role -> isRead(role, findings))) {
				takePart(parties, kind, findings);
			}
		});
	}

	private boolean isRead(Role role, PackFindings findings) {
		return findings.reads(ROLES, "roles." + role.code())
				&& (role.unitKind() == null || this.kinds.kind(role.unitKind()).isPresent());
	}

	private void begins(Role begins, KindOfCase kind, String place, PackFindings findings) {
		boolean park = isAt(UnitLevel.PARK, begins);
		if (!park && begins.resolve() != Role.Resolve.KIND) {
			findings.contradiction(FILE, place + ".begunBy", "pack.cannotBegin", begins.code());
		}
		else if (park && (kind.needsGround() || kind.isPeriodic())) {
			findings.contradiction(FILE, place + ".begunBy", "pack.onlyAnAuthorityBegins", begins.code(),
					kind.needsGround() ? "needsGround" : "periodic");
		}
	}

	private void takePart(List<Role> parties, KindOfCase kind, PackFindings findings) {
		String place = "processes." + kind.process() + ".parties";
		parties.stream()
			.filter(role -> !isFound(role))
			.forEach(role -> findings.contradiction(FILE, place, "pack.noParty", role.code()));
		if (parties.stream().noneMatch(role -> isAt(UnitLevel.PARK, role))) {
			findings.contradiction(FILE, place, "pack.parkTakesNoPart", kind.process());
		}
	}

	private boolean isFound(Role role) {
		return this.kinds.kind(String.valueOf(role.unitKind()))
			.filter(kind -> FirstParties.isFound(role, kind.level()))
			.isPresent();
	}

	private boolean isAt(UnitLevel level, Role role) {
		return this.kinds.isAt(level, role.unitKind());
	}

}
