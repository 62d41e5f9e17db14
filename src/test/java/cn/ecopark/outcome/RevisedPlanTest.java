package cn.ecopark.outcome;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.calendar.CaseTime;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.CaseParties;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.casefile.RevisedPlans;
import cn.ecopark.dossier.DocumentRefusals.NotYourDocument;
import cn.ecopark.dossier.Documents;
import cn.ecopark.dossier.Documents.DocumentVersion;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkEvent;
import cn.ecopark.park.ParkStatusForbids;
import cn.ecopark.park.Parks;
import cn.ecopark.park.PutDecisionsRight;
import cn.ecopark.park.RecordedDecision;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.WorkItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Another plan is a decision on a park that stays what it is. */
@ModuleTest
@Import(CaseStage.class)
class RevisedPlanTest {

	private static final LocalDate APPROVED = LocalDate.of(2018, 3, 1);

	private static final LocalDate REVISED = LocalDate.of(2018, 6, 4);

	@Autowired
	Scene scene;

	@Autowired
	CaseFlow flow;

	@Autowired
	Parks parks;

	@Autowired
	PutDecisionsRight putRight;

	@Autowired
	CaseOutcomes outcomes;

	@Autowired
	OpenCase openCase;

	@Autowired
	Cases cases;

	@Autowired
	CaseParties parties;

	@Autowired
	RevisedPlans plans;

	@Autowired
	@Qualifier("cn.ecopark.dossier.JdbcDocuments")
	Documents documents;

	@Autowired
	CaseTime time;

	@Autowired
	JdbcClient jdbc;

	EcoCase ecoCase;

	long park;

	@BeforeEach
	void aParkIsBeingBuilt() {
		this.ecoCase = this.scene.openCase();
		this.park = this.ecoCase.park().id();
		this.parks.recordApproval(this.park, ShippedPacks.FIRST, APPROVED, number(), "HJ 274-2015");
	}

	@Test
	void leavesTheParkWhatItIs() {
		Park before = this.parks.get(this.park);

		Park after = revised();

		assertThat(after.lifeStatus()).isEqualTo(LifeStatus.UNDER_CONSTRUCTION);
		assertThat(after.standard()).isEqualTo("HJ 274-2015");
		assertThat(after.decided()).isEqualTo(before.decided());
		assertThat(after.standingSince()).isEqualTo(APPROVED);
		assertThat(this.parks.revisionsOfPlan(this.park)).singleElement()
			.extracting(ParkEvent::planCase)
			.isEqualTo(this.ecoCase.id());
	}

	@Test
	void isUndoneWithItsDocumentAndTheApprovalIsNotUndoneBeforeIt() {
		revised();
		this.flow.close(this.ecoCase.id(), "CLOSED");
		RecordedDecision approval = this.parks.record(this.park).get(0);
		RecordedDecision revision = this.parks.record(this.park).get(1);

		assertThatThrownBy(() -> this.putRight.undo(this.park, approval.id(), "公文作废（虚构）"))
			.isInstanceOf(LegalRefusal.class);
		Park undone = this.putRight.undo(this.park, revision.id(), "公文作废（虚构）");

		assertThat(undone.lifeStatus()).isEqualTo(LifeStatus.UNDER_CONSTRUCTION);
		assertThat(undone.standard()).isEqualTo("HJ 274-2015");
		assertThat(this.parks.revisionsOfPlan(this.park)).isEmpty();
	}

	@Test
	void countsNoLongerOnceTheParkWasApprovedAnew() {
		revised();
		this.parks.recordExit(this.park, ShippedPacks.FIRST, REVISED.plusYears(1), number(), REVISED.plusYears(2));
		this.parks.recordApproval(this.park, ShippedPacks.FIRST, REVISED.plusYears(3), number(), "HJ 274-2015");

		assertThat(this.parks.revisionsOfPlan(this.park)).isEmpty();
	}

	@Test
	void isForParksUnderConstructionOnly() {
		this.parks.recordNaming(this.park, ShippedPacks.FIRST, REVISED, number(), "国家生态工业示范园区", 3);

		assertThatThrownBy(this::revised).isInstanceOf(ParkStatusForbids.class);
	}

	/** Whatever a diagram draws. */
	@Test
	void isNotEnteredWithoutItsDocument() {
		assertThatThrownBy(() -> this.outcomes.revisePlan(this.ecoCase.id())).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo("effect-without-paper"));
	}

	@Test
	void thePlanIsOpenToThePanelOfTheCaseThatIsMeasuredByIt() {
		long first = handedIn("planRevision", 1);
		long adopted = handedIn("planRevision", 2);
		long letter = handedIn("revisionLetter", 1);
		this.flow.close(this.ecoCase.id(), "REVISED");
		EcoCase award = this.award();
		Actor member = expert(award);
		Actor other = this.scene.staffOf("EXPERTS", ShippedKinds.EXPERT_POOL);

		assertThat(opens(member, adopted)).as("before it is adopted").isFalse();
		revised();

		assertThat(opens(member, adopted)).isTrue();
		assertThat(opens(member, first)).as("an earlier version").isFalse();
		assertThat(opens(member, letter)).as("the rest of the case").isFalse();
		assertThat(this.documents.versions(this.ecoCase.id(), member)).extracting(DocumentVersion::id)
			.containsExactly(adopted);
		assertThat(this.documents.mayReadAll(this.ecoCase.id(), member)).isFalse();
		assertThat(opens(other, adopted)).as("an expert of no panel").isFalse();
		assertThat(this.documents.versions(this.ecoCase.id(), other)).isEmpty();
		assertThat(opens(this.scene.office(), letter)).as("who reads the case").isTrue();

		this.flow.close(award.id(), "CLOSED");
		assertThat(opens(member, adopted)).as("a case that has ended since").isTrue();
		this.putRight.undo(this.park, this.parks.record(this.park).get(1).id(), "公文作废（虚构）");
		assertThat(opens(member, adopted)).as("no longer in force").isFalse();
	}

	@Test
	void thePlanThatFollowedTheExpertsIsTheOneAdopted() {
		long laidBefore = handedIn("planRevision", 1);
		long adopted = handedIn("revisedPlan", 1);
		this.flow.close(this.ecoCase.id(), "REVISED");
		revised();
		Actor member = expert(this.award());

		assertThat(opens(member, adopted)).isTrue();
		assertThat(opens(member, laidBefore)).isFalse();
	}

	@Test
	void whatEndedBeforeIsNotMeasuredByThePlan() {
		long adopted = handedIn("planRevision", 1);
		this.flow.close(this.ecoCase.id(), "REVISED");
		EcoCase award = this.award();
		Actor member = expert(award);
		this.flow.close(award.id(), "CLOSED");
		revisedOn(this.time.today());
		assertThat(opens(member, adopted)).as("on the same day").isTrue();
		this.putRight.undo(this.park, this.parks.record(this.park).get(1).id(), "公文作废（虚构）");
		revisedOn(this.time.today().plusDays(1));

		assertThat(opens(member, adopted)).isFalse();
		assertThat(this.plans.measuring(this.cases.get(award.id()))).isEmpty();
		assertThat(this.plans.measuring(this.cases.get(this.ecoCase.id()))).as("the case of the plan itself").isEmpty();
		assertThat(this.plans.measuring(this.award())).hasSize(1);
	}

	private EcoCase award() {
		EcoCase award = this.openCase.open("award", this.park,
				this.scene.staffOf(this.ecoCase.park().unitId(), ShippedKinds.PARK));
		this.flow.submitted(award.id());
		return this.cases.get(award.id());
	}

	private Actor expert(EcoCase award) {
		Actor expert = this.scene.staffOf("EXPERTS", ShippedKinds.EXPERT_POOL);
		this.parties.addPerson(award.id(), "EXPERT", expert.personId(), award.openedAt());
		return expert;
	}

	private boolean opens(Actor reader, long document) {
		try {
			return this.documents.get(document, reader).id() == document;
		}
		catch (NotYourDocument refused) {
			return false;
		}
	}

	private long handedIn(String kind, int number) {
		this.jdbc.sql("""
				INSERT INTO content (sha256, size, parts) VALUES (repeat('d', 64), 1, gen_random_uuid())
				ON CONFLICT DO NOTHING
				""").update();
		WorkItem item = this.scene.caseTask(this.ecoCase, null, "creation", "Task_Submit",
				new WorkItem.Holder("PARK", this.ecoCase.park().unitId(), null, null), Purpose.ORDINARY, "SUBMIT");
		return this.jdbc
			.sql("""
					INSERT INTO document_version (dossier_id, kind, number, file_name, media_type, size, sha256, uploaded_by,
					                              uploaded_by_name, unit_id, at, work_item_id, audience, state, submission)
					VALUES (:case, :kind, :number, '规划.pdf', 'application/pdf', 1, repeat('d', 64), :by, '经办人', :unit,
					        clock_timestamp(), :item, 'AUTHORITIES', 'SUBMITTED', :number::text) RETURNING id
					""")
			.param("case", this.ecoCase.id())
			.param("item", item.id())
			.param("kind", kind)
			.param("number", number)
			.param("by", this.scene.office().personId())
			.param("unit", this.ecoCase.park().unitId())
			.query(Long.class)
			.single();
	}

	private Park revised() {
		return revisedOn(REVISED);
	}

	private Park revisedOn(LocalDate day) {
		return this.parks.recordRevisedPlan(this.park, ShippedPacks.FIRST, day, number(), this.ecoCase.id());
	}

	private static String number() {
		return "试〔2018〕" + UUID.randomUUID() + "号";
	}

}
