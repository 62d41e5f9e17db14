package cn.ecopark.law;

import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.law.Reasons.Given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class ReasonsTest {

	private static final Given NONE = new Given("", 4);

	private static final Given SOME = new Given("园区范围与批复不符。", 4);

	@ParameterizedTest
	@ValueSource(strings = { "", "   ", "。。。。。", "－ — … !", "不行", "无理由。" })
	void takesNoReasonForOne(String text) {
		LegalRefusal refusal = refused(() -> Reasons.requireOfAdverseDecision("不予受理", new Given(text, 4)));

		assertThat(refusal.rule()).isEqualTo("adverse-without-reason");
		assertThat(refusal.field()).isEqualTo("opinion");
		assertThat(refusal.arguments()).containsExactly("不予受理", 4);
	}

	@ParameterizedTest
	@ValueSource(strings = { "材料不全", " 面积 不 符 ", "𠮷林不属实" })
	void takesAReason(String text) {
		assertThatCode(() -> Reasons.requireOfAdverseDecision("不予受理", new Given(text, 4))).doesNotThrowAnyException();
	}

	@Test
	void asksForTheReasonOfAChoiceThatSaysNothingByItself() {
		LegalRefusal refusal = refused(() -> Reasons.requireWhereNothingElseSpeaks("退回起草", NONE));

		assertThat(refusal.rule()).isEqualTo("choice-without-reason");
		assertThat(refusal.field()).isEqualTo("opinion");
		assertThat(refusal.arguments()).containsExactly("退回起草", 4);
		assertThatCode(() -> Reasons.requireWhereNothingElseSpeaks("退回起草", SOME)).doesNotThrowAnyException();
	}

	@Test
	void asksAtTheAnswerThatContradictsTheDecision() {
		LegalRefusal refusal = refused(
				() -> Reasons.requireOfContradiction("f.environmentalRecord", "近三年无重大违法", "否", "转报", NONE));

		assertThat(refusal.field()).isEqualTo("f.environmentalRecord");
		assertThat(refusal.arguments()).containsExactly("近三年无重大违法", "否", "转报", 4);
		assertThatCode(() -> Reasons.requireOfContradiction("f.environmentalRecord", "近三年无重大违法", "否", "转报", SOME))
			.doesNotThrowAnyException();
	}

	@Test
	void asksAtTheAnswerThatContradictsWhatOthersSaid() {
		List<String> others = List.of("江苏省商务厅", "江苏省科学技术厅");
		LegalRefusal refusal = refused(
				() -> Reasons.requireOfContradiction("f.opinionsConsistent", "意见一致", "是", others, "不同意", NONE));

		assertThat(refusal.rule()).isEqualTo("answer-contradicts-others");
		assertThat(refusal.arguments()).containsExactly("意见一致", "是", "江苏省商务厅、江苏省科学技术厅", "不同意", 4);
		assertThatCode(() -> Reasons.requireOfContradiction("f.opinionsConsistent", "意见一致", "是", others, "不同意", SOME))
			.doesNotThrowAnyException();
	}

	@Test
	void asksWhyAPointWasNotRaisedTheFirstTime() {
		LegalRefusal refusal = refused(
				() -> Reasons.requireOfLatePoints(Set.of("建设规划"), List.of("建设规划", "技术报告", "申报函"), NONE));

		assertThat(refusal.field()).isEqualTo("opinion");
		assertThat(refusal.arguments()).containsExactly("技术报告、申报函", 4);
	}

	@Test
	void letsTheFirstNoticeARepeatedPointAndAReasonedOnePass() {
		assertThatCode(() -> {
			Reasons.requireOfLatePoints(Set.of(), List.of("建设规划"), NONE);
			Reasons.requireOfLatePoints(Set.of("建设规划", "申报函"), List.of("建设规划"), NONE);
			Reasons.requireOfLatePoints(Set.of("建设规划"), List.of("技术报告"), SOME);
		}).doesNotThrowAnyException();
	}

	private static LegalRefusal refused(Runnable rule) {
		return catchThrowableOfType(LegalRefusal.class, rule::run);
	}

}
