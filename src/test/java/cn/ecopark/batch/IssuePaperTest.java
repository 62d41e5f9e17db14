package cn.ecopark.batch;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.RecordingEngine;
import cn.ecopark.batch.BatchRefusals.IssuedInFuture;
import cn.ecopark.batch.BatchRefusals.NumberTaken;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.paper.NumberRefusals.MalformedNumber;
import cn.ecopark.worklist.WorkItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ModuleTest
@Import(CaseStage.class)
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class IssuePaperTest {

	private static final String KIND = "construction-approval";

	@Autowired
	Scene scene;

	@Autowired
	ComposeBatch composeBatch;

	@Autowired
	BatchFlow flow;

	@Autowired
	Batches batches;

	@Autowired
	RecordingEngine engine;

	Actor office;

	EcoCase first;

	EcoCase second;

	Batch batch;

	@BeforeEach
	void composeTwoParks() {
		this.scene.itIs("2018-03-01T10:00");
		this.office = this.scene.office();
		this.first = this.scene.openCase();
		this.second = this.scene.openCase();
		this.scene.waitsFor(KIND, this.first);
		this.scene.waitsFor(KIND, this.second);
		this.batch = this.composeBatch.compose(KIND, List.of(this.first.id(), this.second.id()), "一批", this.office);
	}

	@Test
	void issuesThePaperAndSendsEveryParkOnItsWay() {
		String number = number();
		stated(this.batch, number.replace('〔', '[').replace('〕', ']'), "2018-03-01");

		IssuedPaper paper = this.flow.issuePaper(this.batch.id());
		this.flow.sendResults(this.batch.id());

		assertThat(paper.number()).isEqualTo(number);
		assertThat(paper.standard()).isEqualTo("HJ 274-2009");
		assertThat(this.flow.paperOf(this.first.id(), KIND)).contains(paper);
		assertThat(this.flow.paperOf(this.first.id(), "naming")).isEmpty();
		assertThat(this.engine.delivered()).containsEntry(this.first.id(), "ISSUED")
			.containsEntry(this.second.id(), "ISSUED");
		assertThat(this.batches.get(this.batch.id()).result()).isEqualTo("ISSUED");
	}

	@Test
	void namesNoPaperForAParkThatWasStruckOut() {
		this.flow.strikeOutAndTell(this.second.id(), "UPHOLD");
		stated(this.batch, number(), "2018-03-01");
		this.flow.issuePaper(this.batch.id());

		assertThat(this.flow.paperOf(this.first.id(), KIND)).isPresent();
		assertThat(this.flow.paperOf(this.second.id(), KIND)).isEmpty();
	}

	@Test
	void refusesANumberThatIsTaken() {
		String number = number();
		stated(this.batch, number, "2018-03-01");
		this.flow.issuePaper(this.batch.id());
		EcoCase third = this.scene.openCase();
		this.scene.waitsFor(KIND, third);
		Batch other = this.composeBatch.compose(KIND, List.of(third.id()), "二批", this.office);
		stated(other, number, "2018-03-01");

		assertThatThrownBy(() -> this.flow.issuePaper(other.id())).isInstanceOf(NumberTaken.class);
	}

	@Test
	void refusesWhatIsNoNumberAndADateToCome() {
		stated(this.batch, "环发2018年第1号", "2018-03-01");
		assertThatThrownBy(() -> this.flow.issuePaper(this.batch.id())).isInstanceOf(MalformedNumber.class);

		stated(this.batch, number(), "2018-03-02");
		assertThatThrownBy(() -> this.flow.issuePaper(this.batch.id())).isInstanceOf(IssuedInFuture.class);
	}

	private void stated(Batch about, String number, String day) {
		WorkItem issue = this.scene.batchTask(about.id(), "Task_Issue", "OFFICE", "form", "ISSUED");
		this.scene.states(this.office, about.id(), issue, "ISSUED",
				"{\"documentNumber\":\"%s\",\"issuedOn\":\"%s\",\"standard\":\"HJ 274-2009\"}".formatted(number, day));
	}

	/** A number no other test uses. */
	private String number() {
		return "环发〔2018〕" + (this.office.personId() + 1) + "号";
	}

}
