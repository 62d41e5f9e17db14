package cn.ecopark.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;

import cn.ecopark.law.JointDecisionRules.Policy;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.UnitKinds;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.PackFinding;
import cn.ecopark.rulepack.PackParts;
import cn.ecopark.rulepack.Procedure;
import cn.ecopark.rulepack.RulePack;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.rulepack.ThirdPack;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pack may be as unlike the shipped ones as this: nothing of it is found fault with
 * once the kind of its city departments is there.
 */
class ThirdPackTest {

	private static final RulePack PACK = ThirdPack.pack();

	@Test
	void isFoundFaultWithInNothing() {
		List<PackFinding> findings = new ArrayList<>(PackParts.check(new WithCities()).check(ThirdPack.files()));
		findings.addAll(ProcessTestEngine.modelCheck().check(PACK, ThirdPack.files()));

		assertThat(findings).isEmpty();
	}

	@Test
	void needsTheKindOfItsCityDepartments() {
		assertThat(PackParts.check().check(ThirdPack.files())).singleElement()
			.satisfies(finding -> assertThat(finding.toString()).contains("CITY_ECOLOGY"));
	}

	/** Otherwise it would prove little. */
	@Test
	void sharesNoCodeOfARoleALimitOrACaseWithTheShippedPacks() {
		for (RulePack shipped : ShippedPacks.packs().all()) {
			assertThat(PACK.roles().keySet()).doesNotContainAnyElementsOf(shipped.roles().keySet());
			assertThat(PACK.procedures().keySet()).doesNotContainAnyElementsOf(shipped.procedures().keySet());
			assertThat(PACK.series().keySet()).doesNotContainAnyElementsOf(shipped.series().keySet());
			assertThat(PACK.limits().values()).extracting(limit -> limit.label())
				.doesNotContainAnyElementsOf(shipped.limits().values().stream().map(limit -> limit.label()).toList());
			assertThat(PACK.validFrom()).isAfter(shipped.validFrom().plusYears(10));
		}
		assertThat(PACK.setting("ballotPolicy").value()).isEqualTo(Policy.MAJORITY.name());
		assertThat(PACK.procedures().values()).noneMatch(procedure -> procedure.kind() == Procedure.Kind.OBJECTION);
	}

	/** As an administrator has entered them. */
	private static final class WithCities implements UnitKinds {

		@Override
		public List<UnitKind> kinds() {
			List<UnitKind> kinds = new ArrayList<>(new ShippedKinds().kinds());
			kinds.add(new UnitKind("CITY_ECOLOGY", UnitLevel.CITY));
			return kinds;
		}

		@Override
		public String label(UnitKind kind, Locale locale) {
			return kind.code();
		}

	}

}
