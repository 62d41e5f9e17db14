package cn.ecopark.batch;

import cn.ecopark.CaseStage;
import cn.ecopark.ModuleTest;
import cn.ecopark.batch.BatchRefusals.NumberTaken;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.CloseCase;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.WithdrawCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.officialdocument.NumberRefusals.MalformedNumber;
import cn.ecopark.organisation.Actor;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.worklist.WorkItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** What must be on record before a joint document is numbered and issued. */
@ModuleTest
@Import({ CaseStage.class, JointRounds.class })
@TestPropertySource(properties = "ecopark.case-time.movable=true")
class IssueJointDecisionTest extends BatchOfTwoParks {

	@Autowired
	WithdrawCase withdrawCase;

	@Autowired
	CloseCase closeCase;

	@Autowired
	Cases cases;

	@Test
	void issuesTheDocumentAndSendsEveryParkOnItsWay() {
		this.rounds.draftedAndAgreed(this.batch);
		String number = number();
		stated(this.batch, number.replace('〔', '[').replace('〕', ']'), "2018-03-01");

		JointDecision document = this.flow.issueDocument(this.batch.id());
		this.flow.sendResults(this.batch.id());

		assertThat(document.number()).isEqualTo(number);
		assertThat(this.flow.standardOf(this.batch.id(), this.first.id())).contains("HJ 274-2009");
		assertThat(this.flow.documentOf(this.first.id(), KIND)).contains(document);
		assertThat(this.flow.documentOf(this.first.id(), "naming")).isEmpty();
		assertThat(this.engine.delivered()).containsEntry(this.first.id(), "ISSUED")
			.containsEntry(this.second.id(), "ISSUED");
		assertThat(this.batches.get(this.batch.id()).result()).isEqualTo("ISSUED");
		assertThat(this.batches.get(this.batch.id()).decidedOn()).isEqualTo("2018-03-01");
	}

	@Test
	void namesNoDocumentForAParkThatWasStruckOut() {
		this.rounds.draftedAndAgreed(this.batch);
		this.flow.strikeOutAndTell(this.second.id(), "UPHOLD");
		stated(this.batch, number(), "2018-03-01");
		this.flow.issueDocument(this.batch.id());

		assertThat(this.flow.documentOf(this.first.id(), KIND)).isPresent();
		assertThat(this.flow.documentOf(this.second.id(), KIND)).isEmpty();
	}

	@Test
	void refusesANumberThatIsTaken() {
		String number = number();
		this.rounds.draftedAndAgreed(this.batch);
		stated(this.batch, number, "2018-03-01");
		this.flow.issueDocument(this.batch.id());
		EcoCase third = this.scene.openCase();
		this.scene.waitsFor(KIND, third);
		Batch other = this.composeBatch.compose(KIND, List.of(third.id()), "二批", this.office);
		this.rounds.draftedAndAgreed(other);
		stated(other, number, "2018-03-01");

		assertThatThrownBy(() -> this.flow.issueDocument(other.id())).isInstanceOf(NumberTaken.class);
	}

	@Test
	void refusesWhatIsNoNumberAndDatesThatCannotBe() {
		this.rounds.draftedAndAgreed(this.batch);
		stated(this.batch, "环发2018年第1号", "2018-03-01");
		assertThatThrownBy(() -> this.flow.issueDocument(this.batch.id())).isInstanceOf(MalformedNumber.class);

		stated(this.batch, number(), "2018-03-02");
		refuses("issued-in-future");
		stated(this.batch, number(), "2018-02-28");
		refuses("issued-before-last-vote");
		stated(this.batch, number(), "1999-01-01");
		refuses("issued-before-last-vote");
		stated(this.batch, number().replace("2018", "2017"), "2018-03-01");
		refuses("number-of-another-year");
	}

	@Test
	void refusesADocumentNobodyWasAskedAbout() {
		stated(this.batch, number(), "2018-03-01");
		refuses("text-missing");

		this.rounds.drafted(this.batch);
		refuses("ballots-missing");
	}

	@Test
	void refusesADocumentOneBodyHasNotAgreedTo() {
		this.rounds.drafted(this.batch);
		this.rounds.votes(this.batch, "MEE", "AGREE");
		this.rounds.votes(this.batch, "MOFCOM", "AGREE");
		this.rounds.votes(this.batch, "MOST", "ABSTAIN");
		stated(this.batch, number(), "2018-03-01");

		refuses("not-agreed");
	}

	/** Whoever agreed to the text before has not agreed to this one. */
	@Test
	void refusesAChangedTextUntilAllHaveSignedItAnew() {
		this.rounds.draftedAndAgreed(this.batch);
		this.rounds.drafted(this.batch, "（一）改动后的要求");
		stated(this.batch, number(), "2018-03-01");
		refuses("ballots-missing");
		assertThat(this.flow.toBeAsked(this.batch.id())).containsExactly("MEE", "MOFCOM", "MOST");

		this.rounds.agreed(this.batch);

		assertThatCode(() -> this.flow.issueDocument(this.batch.id())).doesNotThrowAnyException();
	}

	@Test
	void asksNobodyAgainWhenTheSameTextIsDraftedOnceMore() {
		this.rounds.draftedAndAgreed(this.batch);
		this.rounds.drafted(this.batch);

		assertThat(this.flow.toBeAsked(this.batch.id())).isEmpty();
	}

	/** From 2023-03-01 MIIT decides and MOST does not. */
	@Test
	void asksTheBodiesOfTheDayOfTheDecision() {
		this.scene.itIs("2023-02-27T10:00");
		EcoCase late = this.scene.openCase();
		this.scene.waitsFor(KIND, late);
		Batch composed = this.composeBatch.compose(KIND, List.of(late.id()), "跨期一批", this.office);
		this.rounds.draftedAndAgreed(composed);
		this.scene.itIs("2023-03-02T10:00");
		stated(composed, "环发〔2023〕" + (this.office.personId() + 1) + "号", "2023-03-02");

		assertThat(this.flow.toBeAsked(composed.id())).containsExactly("MIIT");
		assertThatThrownBy(() -> this.flow.issueDocument(composed.id())).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo("ballots-missing"));
		this.rounds.votes(composed, "MIIT", "AGREE");

		assertThatCode(() -> this.flow.issueDocument(composed.id())).doesNotThrowAnyException();
	}

	@Test
	void refusesAStandardForAnotherTypeOfPark() {
		assertThatThrownBy(() -> this.rounds.draftedWith(this.batch, "{\"standard_COMPREHENSIVE\":\"HJ/T 273-2006\"}"))
			.hasMessageContaining("standard-of-another-type");
		assertThatThrownBy(() -> this.rounds.draftedWith(this.batch, "{\"standard_SECTOR\":\"HJ/T 273-2006\"}"))
			.hasMessageContaining("standard-missing");
	}

	/** The job that delivers it may still wait behind others. */
	@Test
	void letsNobodyWithdrawOnceTheDocumentIsIssued() {
		this.rounds.draftedAndAgreed(this.batch);
		stated(this.batch, number(), "2018-03-01");
		this.flow.issueDocument(this.batch.id());
		Actor park = this.scene.staffOf(this.first.park().unitId(), cn.ecopark.organisation.ShippedKinds.PARK);

		assertThat(this.withdrawCase.isOffered(park, this.first)).isFalse();
		assertThatThrownBy(() -> this.withdrawCase.withdraw(this.first.id(), new Reason("不再申请"), park))
			.isInstanceOfSatisfying(LegalRefusal.class,
					refusal -> assertThat(refusal.rule()).isEqualTo("decided-already"));
		assertThatThrownBy(() -> this.flow.strikeOut(this.first.id(), "WITHDRAWN")).isInstanceOf(LegalRefusal.class);
		assertThat(this.items.in(this.batch.id())).hasSize(2);
	}

	@Test
	void letsTheOfficeCloseNothingOnceTheDocumentIsIssued() {
		this.caseFlow.submitted(this.first.id());
		assertThat(this.closeCase.isOffered(this.office, this.cases.get(this.first.id()))).isTrue();
		this.rounds.draftedAndAgreed(this.batch);
		stated(this.batch, number(), "2018-03-01");
		this.flow.issueDocument(this.batch.id());

		assertThat(this.closeCase.isOffered(this.office, this.cases.get(this.first.id()))).isFalse();
		assertThatThrownBy(() -> this.closeCase.close(this.first.id(), new Reason("不再办理"), this.office))
			.isInstanceOfSatisfying(LegalRefusal.class,
					refusal -> assertThat(refusal.rule()).isEqualTo("decided-already"));
	}

	private void refuses(String rule) {
		assertThatThrownBy(() -> this.flow.issueDocument(this.batch.id())).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo(rule));
	}

	private void stated(Batch about, String number, String day) {
		WorkItem issue = this.scene.batchTask(about.id(), "Task_Issue", "OFFICE", Purpose.ISSUE, "ISSUED");
		this.scene.states(this.office, about.id(), issue, "ISSUED",
				"{\"documentNumber\":\"%s\",\"issuedOn\":\"%s\"}".formatted(number, day));
	}

	/** A number no other test uses. */
	private String number() {
		return "环发〔2018〕" + (this.office.personId() + 1) + "号";
	}

}
