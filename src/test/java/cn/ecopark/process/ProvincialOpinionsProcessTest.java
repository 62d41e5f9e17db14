package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** 创建申请 and 验收申请 ask the other departments of the province in one way. */
class ProvincialOpinionsProcessTest extends ProcessTest {

	@RegisterExtension
	static final DiagramCoverage COVERAGE = DiagramCoverage.of(ShippedPacks.SECOND, "provincial-opinions");

	private final Course opinions = caseIn("provincial-opinions");

	ProvincialOpinionsProcessTest() {
		super(ShippedPacks.SECOND);
	}

	@Test
	void asksTwoDepartmentsSideBySide() {
		this.opinions.isStarted().waitsAt("Task_CommerceOpinion", "Task_IndustryOpinion");

		commerce().isReminded().decides("AGREE");
		this.opinions.waitsAt("Task_IndustryOpinion");
		otherAdviser().isReminded().decides("DISAGREE");

		this.opinions.passed("Gateway_AskForOpinions", "Gateway_OpinionsHeard")
			.neverPassed("Event_CommerceSilent", "Event_IndustrySilent")
			.endsAt("End_OpinionsHeard", "OPINIONS_HEARD");
	}

	@Test
	void goesOnWithoutTheOpinionsOfDepartmentsThatStaySilent() {
		this.opinions.isStarted();

		this.opinions.fires("Event_CommerceSilent");
		this.opinions.waitsAt("Task_IndustryOpinion").fires("Event_IndustrySilent");

		this.opinions.passed("Event_CommerceSilent", "Event_IndustrySilent", "Gateway_OpinionsHeard")
			.endsAt("End_OpinionsHeard", "OPINIONS_HEARD");
		assertThat(ProcessTestEngine.FLOW.takenAway()).containsExactly("Task_CommerceOpinion", "Task_IndustryOpinion");
	}

}
