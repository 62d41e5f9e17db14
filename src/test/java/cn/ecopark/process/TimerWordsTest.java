package cn.ecopark.process;

import java.util.Set;
import java.util.UUID;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;

/** What the page of the date tells of timers, in the world of the journeys. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = { "ecopark.demonstration=true", "ecopark.documents.wait-for-verdict=60s" })
@Tag("journey")
class TimerWordsTest {

	@Autowired
	TimerWords words;

	@Autowired
	Parks parks;

	@Autowired
	OpenCase openCase;

	@Autowired
	RuntimeService runtime;

	@Autowired
	ManagementService management;

	/** Jobs run while the page lists timers. */
	@Test
	void tellNothingOfATimerWhoseInstanceHasEndedMeanwhile() {
		Park park = this.parks
			.register(new NewPark("时限园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		EcoCase ecoCase = this.openCase.open("creation", park.id(),
				new Actor(1, "园区经办", park.unitId(), ShippedKinds.PARK, "320000", Set.of(MemberRole.STAFF)));
		String instance = this.runtime.createProcessInstanceByKey("provincial-review")
			.processDefinitionTenantId(ShippedPacks.FIRST.toString())
			.businessKey(ecoCase.id())
			.setVariable("caseId", ecoCase.id())
			.startBeforeActivity("Task_CheckCompleteness")
			.execute()
			.getId();
		Job timer = this.management.createJobQuery().processInstanceId(instance).list().get(0);
		assertThat(this.words.describe(timer)).hasValueSatisfying(due -> {
			assertThat(due.step()).isEqualTo("审查材料完整性");
			assertThat(due.about()).isEqualTo(park.name());
		});

		this.runtime.deleteProcessInstance(instance, "ended while the page was read");

		assertThat(this.words.describe(timer)).isEmpty();
	}

}
