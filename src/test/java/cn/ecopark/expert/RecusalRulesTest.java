package cn.ecopark.expert;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.expert.RecusalRules.Employment;
import cn.ecopark.expert.RecusalRules.Ground;
import cn.ecopark.expert.RecusalRules.Party;

import static org.assertj.core.api.Assertions.assertThat;

class RecusalRulesTest {

	private static final Party PARK = new Party("PARK-1", List.of("某某经济技术开发区", "某某开发区"));

	private static final Party INSTITUTE = new Party("CRAES", List.of("中国环境科学研究院", "环科院"));

	@Test
	void letsAnExpertOfNeitherSitOnThePanel() {
		assertThat(against("某大学")).isEmpty();
		assertThat(against("某某大学")).isEmpty();
		assertThat(against("北京中国环境科学研究院路小学")).as("named in the middle only").isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "某某经济技术开发区", "某某开发区管理委员会", " 某某经济技术开发区管委会规划局 " })
	void refusesWhoeverWorksForTheParkUnderAnyOfItsNames(String employer) {
		assertThat(against(employer)).contains(Ground.WORKS_FOR_THE_PARK);
	}

	@ParameterizedTest
	@ValueSource(strings = { "中国环境科学研究院", "中国环境科学研究院生态所", "环科院" })
	void refusesWhoeverWorksForTheTechnicalUnitOrAnInstituteOfIt(String employer) {
		assertThat(against(employer)).contains(Ground.WORKS_FOR_THE_TECHNICAL_UNIT);
	}

	@Test
	void refusesMembersOfEitherWhateverTheyStateAsEmployer() {
		assertThat(
				RecusalRules.against(new Employment("某大学", Set.of("EXPERTS", "PARK-1")), PARK, Optional.of(INSTITUTE)))
			.contains(Ground.WORKS_FOR_THE_PARK);
		assertThat(RecusalRules.against(new Employment("某大学", Set.of("CRAES")), PARK, Optional.of(INSTITUTE)))
			.contains(Ground.WORKS_FOR_THE_TECHNICAL_UNIT);
		assertThat(RecusalRules.against(new Employment("某大学", Set.of("EXPERTS")), PARK, Optional.of(INSTITUTE)))
			.isEmpty();
	}

	@Test
	void asksForNoTechnicalUnitWhereNoneTakesPart() {
		assertThat(RecusalRules.against(new Employment("环科院", Set.of("CRAES")), PARK, Optional.empty())).isEmpty();
		assertThat(RecusalRules.against(new Employment("某某开发区", Set.of()), PARK, Optional.empty()))
			.contains(Ground.WORKS_FOR_THE_PARK);
	}

	@Test
	void takesANameThatIsMissingForNobodys() {
		Party nameless = new Party("PARK-1", List.of("", " "));

		assertThat(RecusalRules.against(new Employment("某大学", Set.of()), nameless, Optional.of(nameless))).isEmpty();
		assertThat(RecusalRules.against(new Employment("", Set.of()), PARK, Optional.of(INSTITUTE))).isEmpty();
	}

	private static Optional<Ground> against(String employer) {
		return RecusalRules.against(new Employment(employer, Set.of("EXPERTS")), PARK, Optional.of(INSTITUTE));
	}

}
