package cn.ecopark.process;

import java.time.Instant;
import java.util.Set;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;

import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** The diagrams say whether a case can still come to a step of somebody. */
class StepsToComeTest extends StagedProcessTest {

	private static final Set<String> TECHNICAL_UNIT = Set.of("TECHNICAL_UNIT");

	private final ProcessEngine engine = ProcessTestEngine.engine();

	private final EngineStepsToCome steps = new EngineStepsToCome(this.engine.getRuntimeService(),
			new DeployedModels(this.engine.getRepositoryService()), this.engine.getHistoryService());

	@Test
	void seesWhatLiesBehindStagesAndCalls() {
		Course award = caseIn("award").isStarted();
		assertThat(mayCome(TECHNICAL_UNIT)).isTrue();

		applicationEnds(award, "ADMITTED");
		assertThat(mayCome(TECHNICAL_UNIT)).as("at the step itself").isTrue();
	}

	@Test
	void seesThatAUnitIsAskedNoMore() {
		applicationEnds(caseIn("award").isStarted(), "ADMITTED");
		technicalUnit().decides("READY");
		technicalUnit().decides("DONE");
		assertThat(mayCome(TECHNICAL_UNIT)).as("its opinion").isTrue();

		technicalUnit().decides("PASS");

		assertThat(mayCome(TECHNICAL_UNIT)).as("it has concluded").isFalse();
		assertThat(mayCome(Set.of("PANEL_LEADER"))).isTrue();
	}

	/** While the park mends what the unit has found, the unit will look at it. */
	@Test
	void seesThatItComesBackToTheUnit() {
		applicationEnds(caseIn("award").isStarted(), "ADMITTED");
		technicalUnit().decides("READY");
		technicalUnit().decides("DONE");
		technicalUnit().decides("RECTIFY");

		assertThat(mayCome(TECHNICAL_UNIT)).isTrue();
	}

	@Test
	void isOverOnceThePlanHasPassed() {
		applicationEnds(caseIn("creation").isStarted(), "ADMITTED");
		planReviewEnds("PASSED");

		assertThat(mayCome(TECHNICAL_UNIT)).isFalse();
	}

	private boolean mayCome(Set<String> roles) {
		ProcessInstance root = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.rootProcessInstances()
			.list()
			.get(0);
		return this.steps.mayCome(new EcoCase(root.getBusinessKey(), Definitions.keyOf(root.getProcessDefinitionId()),
				ShippedPacks.FIRST, new EcoCase.ParkOfCase(1, "园区", "COMPREHENSIVE", "PARK-1", "320000", null), null,
				null, CaseStatus.OPEN, null, null, Instant.EPOCH, null, null, null, 1), roles);
	}

}
