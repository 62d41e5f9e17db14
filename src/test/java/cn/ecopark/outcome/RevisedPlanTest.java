package cn.ecopark.outcome;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

import cn.ecopark.CaseStage;
import cn.ecopark.CaseStage.Scene;
import cn.ecopark.ModuleTest;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkEvent;
import cn.ecopark.park.ParkStatusForbids;
import cn.ecopark.park.Parks;
import cn.ecopark.park.PutDecisionsRight;
import cn.ecopark.park.RecordedDecision;
import cn.ecopark.rulepack.ShippedPacks;

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

	private Park revised() {
		return this.parks.recordRevisedPlan(this.park, ShippedPacks.FIRST, REVISED, number(), this.ecoCase.id());
	}

	private static String number() {
		return "试〔2018〕" + UUID.randomUUID() + "号";
	}

}
