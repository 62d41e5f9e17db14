package cn.ecopark.process;

import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
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
import cn.ecopark.process.WorklistUpkeep.Difference;
import cn.ecopark.process.engine.EngineClock;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** The work list built anew from the engine, in the world of the journeys. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestPropertySource(properties = { "ecopark.demonstration=true", "ecopark.documents.wait-for-verdict=60s" })
@Tag("journey")
class WorklistUpkeepTest {

	@Autowired
	WorklistUpkeep upkeep;

	@Autowired
	Parks parks;

	@Autowired
	OpenCase openCase;

	@Autowired
	WorkItems items;

	@Autowired
	JdbcClient jdbc;

	/** One clock serves all engines of this JVM. */
	@Autowired
	EngineClock clock;

	@Test
	void addsRowsThatAreMissingAndCancelsThoseWhoseTaskIsGone() {
		assertThat(this.upkeep.compare()).matches(Difference::isNone);
		WorkItem before = openTaskOfANewCase();
		this.jdbc.sql("UPDATE work_item SET engine_task_id = :gone WHERE id = :id")
			.param("gone", "gone-" + before.id())
			.param("id", before.id())
			.update();

		Difference found = this.upkeep.compare();
		assertThat(found)
			.isEqualTo(new Difference(Set.of(String.valueOf(before.engineTaskId())), Set.of("gone-" + before.id())));
		assertThat(this.upkeep.rebuild()).isEqualTo(found);

		assertThat(this.items.find(before.id()).orElseThrow().state()).isEqualTo(WorkItem.State.CANCELLED);
		WorkItem after = this.items.ofEngineTask(String.valueOf(before.engineTaskId())).orElseThrow();
		assertThat(after).usingRecursiveComparison().ignoringFields("id", "createdAt").isEqualTo(before);
		assertThat(after.createdAt()).isCloseTo(before.createdAt(), within(1, ChronoUnit.SECONDS));
		assertThat(this.upkeep.compare()).matches(Difference::isNone);
	}

	@Test
	void changesNothingWhereEverythingAgrees() {
		WorkItem before = openTaskOfANewCase();

		assertThat(this.upkeep.rebuild()).matches(Difference::isNone);

		assertThat(this.items.find(before.id())).contains(before);
	}

	private WorkItem openTaskOfANewCase() {
		this.clock.follow();
		Park park = this.parks
			.register(new NewPark("重建园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		Actor actor = new Actor(1, "园区经办", park.unitId(), ShippedKinds.PARK, "320000", Set.of(MemberRole.STAFF));
		EcoCase ecoCase = this.openCase.open("creation", park.id(), actor);
		return this.items.openOf(ecoCase.id()).get(0);
	}

}
