package cn.ecopark.batch;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.RecordingEngine;
import cn.ecopark.batch.BatchRefusals.CaseNotWaiting;
import cn.ecopark.batch.BatchRefusals.NotYourBatch;
import cn.ecopark.batch.BatchRefusals.NothingChosen;
import cn.ecopark.batch.BatchRefusals.TitleMissing;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.SuspendCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.WaitingForBatch;
import cn.ecopark.worklist.WorkItem;
import cn.ecopark.worklist.WorkItems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class ComposeBatchTest {

	private static final String KIND = "construction-approval";

	@Autowired
	Scene scene;

	@Autowired
	ComposeBatch composeBatch;

	@Autowired
	BatchItems items;

	@Autowired
	WorkItems workItems;

	@Autowired
	WaitingForBatch waiting;

	@Autowired
	Opinions opinions;

	@Autowired
	RecordingEngine engine;

	@Autowired
	CaseFlow flow;

	@Autowired
	SuspendCase suspendCase;

	EcoCase first;

	EcoCase second;

	Actor office;

	@BeforeEach
	void twoCasesWait() {
		this.scene.itIs("2018-03-01T10:00");
		this.office = this.scene.office();
		this.first = this.scene.openCase();
		this.second = this.scene.openCase();
	}

	@Test
	void takesTheWaitingCasesTogether() {
		WorkItem waiting = this.scene.waitsFor(KIND, this.first);
		this.scene.waitsFor(KIND, this.second);

		Batch batch = this.composeBatch.compose(KIND, List.of(this.second.id(), this.first.id()), " 两个园区 ",
				this.office);

		assertThat(batch.title()).isEqualTo("两个园区");
		assertThat(this.items.in(batch.id())).extracting(BatchItem::caseId)
			.containsExactly(this.second.id(), this.first.id());
		assertThat(this.engine.started()).contains(batch.id());
		WorkItem done = this.workItems.find(waiting.id()).orElseThrow();
		assertThat(done.state()).isEqualTo(WorkItem.State.DONE);
		assertThat(done.outcome()).isEqualTo("COMPOSED");
		assertThat(this.engine.completed()).containsEntry(String.valueOf(waiting.engineTaskId()),
				Map.of("Task_Compose_outcome", "COMPOSED"));
		assertThat(this.opinions.latest(this.first.id(), Purpose.COMPOSITION)).isPresent();
	}

	@Test
	void takesTheSameSubmissionOnce() {
		this.scene.waitsFor(KIND, this.first);

		Batch once = this.composeBatch.compose(KIND, List.of(this.first.id()), "一批", "token-" + this.first.id(),
				this.office);
		Batch twice = this.composeBatch.compose(KIND, List.of(this.first.id()), "一批", "token-" + this.first.id(),
				this.office);

		assertThat(twice).isEqualTo(once);
	}

	@Test
	void takesNoCaseThatStandsStill() {
		this.scene.waitsFor(KIND, this.first);
		this.flow.submitted(this.first.id());
		this.suspendCase.suspend(this.first.id(), "CRIMINAL_CASE", new Reason("立案侦查（虚构）"), "", this.office);

		assertThatThrownBy(() -> this.composeBatch.compose(KIND, List.of(this.first.id()), "一批", this.office))
			.isInstanceOfSatisfying(LegalRefusal.class,
					refusal -> assertThat(refusal.rule()).isEqualTo("park-suspended"));

		this.suspendCase.takeUp(this.first.id(), new Reason("不起诉（虚构）"), this.office);
		assertThat(this.composeBatch.compose(KIND, List.of(this.first.id()), "一批", this.office)).isNotNull();
	}

	@Test
	void triesAgainWhenAnotherIsQuicker() {
		this.scene.waitsFor(KIND, this.first);
		this.engine.losesAgainstAnother(2);

		Batch batch = this.composeBatch.compose(KIND, List.of(this.first.id()), "一批", this.office);

		assertThat(this.items.in(batch.id())).hasSize(1);
	}

	@Test
	void refusesACaseThatWasComposedMeanwhile() {
		this.scene.waitsFor(KIND, this.first);
		this.scene.waitsFor(KIND, this.second);
		this.composeBatch.compose(KIND, List.of(this.first.id()), "一批", this.office);

		assertThatThrownBy(
				() -> this.composeBatch.compose(KIND, List.of(this.first.id(), this.second.id()), "二批", this.office))
			.isInstanceOfSatisfying(CaseNotWaiting.class,
					refusal -> assertThat(refusal.arguments()).containsExactly(this.first.park().name()));
		assertThat(this.waiting.of("2015-167", KIND)).extracting(item -> item.subject().caseId())
			.contains(this.second.id());
	}

	@Test
	void refusesACaseThatWaitsForAnotherKindOfBatch() {
		this.scene.waitsFor("naming", this.first);

		assertThatThrownBy(() -> this.composeBatch.compose(KIND, List.of(this.first.id()), "一批", this.office))
			.isInstanceOf(CaseNotWaiting.class);
	}

	@Test
	void refusesWhatIsIncompleteOrNotOfTheOffice() {
		this.scene.waitsFor(KIND, this.first);
		List<String> chosen = List.of(this.first.id());

		assertThatThrownBy(() -> this.composeBatch.compose(KIND, List.of(), "一批", this.office))
			.isInstanceOf(NothingChosen.class);
		assertThatThrownBy(() -> this.composeBatch.compose(KIND, chosen, " ", this.office))
			.isInstanceOf(TitleMissing.class);
		Actor ministry = this.scene.ministry("MEE");
		assertThatThrownBy(() -> this.composeBatch.compose(KIND, chosen, "一批", ministry))
			.isInstanceOf(NotYourBatch.class);
	}

}
