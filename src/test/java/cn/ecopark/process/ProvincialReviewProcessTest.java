package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** 申报 and 验收申请 share the way from the provincial departments to admission. */
class ProvincialReviewProcessTest extends ProvincialReviewRounds {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of("provincial-review");

	private final Course review = caseIn("provincial-review");

	ProvincialReviewProcessTest() {
		super(ShippedPacks.FIRST);
	}

	@Test
	void asksTwoDepartmentsSideBySide() {
		this.review.isStarted().waitsAt("Task_CommerceOpinion", "Task_ScienceOpinion");

		commerce().isReminded().decides("AGREE");
		this.review.waitsAt("Task_ScienceOpinion");
		otherAdviser().isReminded().decides("DISAGREE");

		this.review.waitsAt("Task_ProvincialReview")
			.passed("Gateway_OpinionsHeard", "Gateway_ReturnTo")
			.neverPassed("Event_CommerceSilent", "Event_ScienceSilent");
	}

	@Test
	void goesOnWithoutTheOpinionsOfDepartmentsThatStaySilent() {
		this.review.isStarted();

		this.review.fires("Event_CommerceSilent");
		this.review.waitsAt("Task_ScienceOpinion").fires("Event_ScienceSilent");

		this.review.waitsAt("Task_ProvincialReview")
			.passed("Event_CommerceSilent", "Event_ScienceSilent", "Gateway_OpinionsHeard");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly("Task_CommerceOpinion", "Task_ScienceOpinion");
	}

}
