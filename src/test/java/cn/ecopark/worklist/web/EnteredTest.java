package cn.ecopark.worklist.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.ecopark.casefile.CorrectionPoints.NewPoint;

import static org.assertj.core.api.Assertions.assertThat;

class EnteredTest {

	@Test
	void takesTheFirstValueOfAFieldWithoutTheWhiteSpaceAroundIt() {
		Entered entered = entered(Map.of("outcome", List.of(" PASS ", "REJECT"), "f.name", List.of("某园区 ")));

		assertThat(entered.outcome()).isEqualTo("PASS");
		assertThat(entered.form("name")).isEqualTo("某园区");
		assertThat(entered.field("another")).isEmpty();
		assertThat(entered.all("outcome")).containsExactly(" PASS ", "REJECT");
	}

	@Test
	void takesNothingForAnEmptyField() {
		Entered entered = entered(Map.of("outcome", List.of(), "opinion", Arrays.asList((String) null), "f.name",
				Arrays.asList((String) null)));

		assertThat(entered.outcome()).isEmpty();
		assertThat(entered.opinion()).isEmpty();
		assertThat(entered.form("name")).isEmpty();
		assertThat(Entered.nothing().opinion()).isEmpty();
	}

	@Test
	void keepsAnOpinionAsItWasTyped() {
		assertThat(entered(Map.of("opinion", List.of(" 同意\n"))).opinion()).isEqualTo(" 同意\n");
	}

	@Test
	void pairsThePointsOfAnOutcomeWithTheirTargets() {
		Entered entered = entered(Map.of("pointTarget.SEND_BACK", List.of("document:plan ", "", "field:a"),
				"pointRemark.SEND_BACK", List.of(" 补充边界图", "  ", "改正", "没有对象"), "pointRemark.OTHER", List.of("别的结论的")));

		assertThat(entered.points("SEND_BACK")).containsExactly(new NewPoint("document:plan", "补充边界图"),
				new NewPoint("field:a", "改正"), new NewPoint("", "没有对象"));
		assertThat(entered.points("PASS")).isEmpty();
	}

	@Test
	void findsFieldsByHowTheyBegin() {
		assertThat(entered(Map.of("choice.a", List.of(), "reason.a", List.of())).namesWith("choice."))
			.containsExactly("choice.a");
	}

	@Test
	void takesTheTokenOfThePage() {
		assertThat(Entered.posted(Map.of("submission", List.of(" 3f0c-17 "))).token()).isEqualTo("3f0c-17");
	}

	@Test
	void givesEachPostWithoutATokenItsOwn() {
		assertThat(Entered.posted(Map.of()).token()).isNotEmpty().isNotEqualTo(Entered.posted(Map.of()).token());
		assertThat(Entered.posted(Map.of("submission", List.of("\u0000"))).token()).hasSizeGreaterThan(30);
	}

	@Test
	void keepsNoTokenThatNoPageHasMade() {
		assertThat(new Entered("a\u0000b c!~", Map.of()).token()).isEqualTo("abc!~");
		assertThat(new Entered("x".repeat(64), Map.of()).token()).hasSize(64);
		assertThat(new Entered("x".repeat(65), Map.of()).token()).hasSize(64);
	}

	private static Entered entered(Map<String, List<String>> fields) {
		return new Entered("t", fields);
	}

}
