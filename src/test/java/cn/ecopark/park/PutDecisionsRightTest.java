package cn.ecopark.park;

import java.time.LocalDate;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import cn.ecopark.ModuleTest;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.park.PutDecisionsRight.EntryReasonMissing;
import cn.ecopark.park.PutDecisionsRight.NotAnEntry;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

@ModuleTest
class PutDecisionsRightTest {

	@Autowired
	Parks parks;

	@Autowired
	PutDecisionsRight putRight;

	@Test
	void undoesTheLastEntryAndKeepsItMarked() {
		Park park = named();

		Park undone = this.putRight.undoPast(park.id(), last(park).id(), "录错了园区（虚构）");

		assertThat(undone.lifeStatus()).isEqualTo(LifeStatus.UNDER_CONSTRUCTION);
		assertThat(undone.standard()).isEqualTo("HJ 274-2009");
		assertThat(undone.namedOn()).isNull();
		assertThat(undone.titleName()).isNull();
		assertThat(undone.recheckDueOn()).isNull();
		assertThat(undone.decided()).isEqualTo(new Decided(null, new KnownDate("2013-04")));
		assertThat(this.parks.history(park.id())).hasSize(1);
		assertThat(last(park).putAside()).isEqualTo(new RecordedDecision.PutAside("录错了园区（虚构）", null));
		assertThat(this.parks.recordPastDecision(park.id(), past(LifeStatus.NAMED, "2020")).lifeStatus())
			.isEqualTo(LifeStatus.NAMED);
	}

	@Test
	void undoesOneAfterTheOther() {
		Park park = named();
		long first = this.parks.record(park.id()).get(0).id();

		assertThatThrownBy(() -> this.putRight.undoPast(park.id(), first, "录错了（虚构）")).isInstanceOf(LegalRefusal.class);
		this.putRight.undoPast(park.id(), last(park).id(), "录错了（虚构）");
		assertThat(this.putRight.undoPast(park.id(), first, "录错了（虚构）").lifeStatus()).isEqualTo(LifeStatus.PROSPECT);
		assertThat(this.parks.get(park.id()).decided()).isNull();
	}

	@Test
	void undoesNothingWithoutAReasonAndNothingTwice() {
		Park park = named();
		long last = last(park).id();

		assertThatThrownBy(() -> this.putRight.undoPast(park.id(), last, " x ")).isInstanceOf(EntryReasonMissing.class);
		this.putRight.undoPast(park.id(), last, "录错了（虚构）");
		assertThatThrownBy(() -> this.putRight.undoPast(park.id(), last, "再撤一次")).isInstanceOf(NotAnEntry.class);
	}

	@Test
	void leavesWhatADocumentStatesToTheDocument() {
		Park park = prospect();
		this.parks.recordApproval(park.id(), ShippedPacks.FIRST, LocalDate.of(2018, 4, 18), "环发〔2018〕53号",
				"HJ 274-2015");

		assertThatThrownBy(() -> this.putRight.undoPast(park.id(), last(park).id(), "录错了（虚构）"))
			.isInstanceOf(NotAnEntry.class);
		assertThat(this.putRight.citing(park.id(), "环发〔2018〕53号")).contains(last(park));
		assertThat(this.putRight.citing(park.id(), "环发〔2018〕54号")).isEmpty();
		assertThat(this.putRight.undo(park.id(), last(park).id(), "公文作废（虚构）").lifeStatus())
			.isEqualTo(LifeStatus.PROSPECT);
	}

	@Test
	void correctsAnEntryInItsPlace() {
		Park park = named();
		long first = this.parks.record(park.id()).get(0).id();

		Park corrected = this.putRight.correctPast(park.id(), first, past(LifeStatus.UNDER_CONSTRUCTION, "2012"),
				"年份录错（虚构）");

		assertThat(corrected.lifeStatus()).isEqualTo(LifeStatus.NAMED);
		assertThat(corrected.namedOn()).isEqualTo(new KnownDate("2019"));
		assertThat(corrected.recheckDueOn()).isEqualTo(LocalDate.of(2022, 7, 5));
		assertThat(this.parks.history(park.id()))
			.extracting(ParkEvent::lifeStatus, event -> String.valueOf(event.decidedOn()))
			.containsExactly(tuple(LifeStatus.UNDER_CONSTRUCTION, "2012"), tuple(LifeStatus.NAMED, "2019"));
		assertThat(this.parks.record(park.id())).extracting(RecordedDecision::holds).containsExactly(false, true, true);
	}

	@Test
	void correctsTheDayOfTheTitle() {
		Park park = named();

		Park corrected = this.putRight.correctPast(park.id(), last(park).id(), past(LifeStatus.NAMED, "2018"),
				"录错（虚构）");

		assertThat(corrected.namedOn()).isEqualTo(new KnownDate("2018"));
		assertThat(corrected.decided()).isEqualTo(new Decided(null, new KnownDate("2018")));
	}

	@Test
	void keepsTheDecisionsInTheirOrder() {
		Park park = named();
		long first = this.parks.record(park.id()).get(0).id();

		assertThatThrownBy(() -> this.putRight.correctPast(park.id(), first,
				past(LifeStatus.UNDER_CONSTRUCTION, "2020"), "录错（虚构）"))
			.isInstanceOf(LegalRefusal.class)
			.extracting(refusal -> ((LegalRefusal) refusal).field())
			.isEqualTo(PutDecisionsRight.DATE);
		assertThatThrownBy(
				() -> this.putRight.correctPast(park.id(), last(park).id(), past(LifeStatus.NAMED, "2012"), "录错（虚构）"))
			.isInstanceOf(LegalRefusal.class);
		assertThatThrownBy(
				() -> this.putRight.correctPast(park.id(), last(park).id(), past(LifeStatus.REVOKED, "2019"), "录错（虚构）"))
			.isInstanceOf(ParkStatusForbids.class);
		assertThat(this.parks.record(park.id())).allMatch(RecordedDecision::holds);
	}

	@Test
	void countsTheRecheckBeforeAgainOnceTheLastIsUndone() {
		Park park = named();
		RecheckResult good = new RecheckResult(ShippedPacks.FIRST, "GOOD", "PASSED", true, LocalDate.of(2025, 7, 5));
		this.parks.recordRecheck(park.id(), LocalDate.of(2022, 11, 30), "环科财〔2022〕40号", "HJ 274-2015", good);
		assertThat(this.putRight.before(park.id(), last(park).id()).recheckDueOn()).isEqualTo(LocalDate.of(2022, 7, 5));

		Park undone = this.putRight.undo(park.id(), last(park).id(), "通报作废（虚构）");

		assertThat(undone.recheckDueOn()).isEqualTo(LocalDate.of(2022, 7, 5));
		assertThat(undone.standard()).isEqualTo("HJ 274-2009");
		assertThat(undone.lifeStatus()).isEqualTo(LifeStatus.NAMED);
	}

	private RecordedDecision last(Park park) {
		return this.parks.record(park.id()).get(this.parks.record(park.id()).size() - 1);
	}

	private Park prospect() {
		return this.parks.register(new NewPark("虚构园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "310000"));
	}

	private Park named() {
		Park park = prospect();
		this.parks.recordPastDecision(park.id(), past(LifeStatus.UNDER_CONSTRUCTION, "2013-04"));
		return this.parks.recordPastDecision(park.id(), past(LifeStatus.NAMED, "2019"));
	}

	private static PastDecision past(LifeStatus status, String day) {
		boolean named = status == LifeStatus.NAMED;
		return new PastDecision(status, new KnownDate(day), null, named ? null : "HJ 274-2009",
				named ? "国家生态工业示范园区" : null, named ? LocalDate.of(2022, 7, 5) : null, null, "虚构，测试用");
	}

}
