package cn.ecopark.process;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.calendar.CaseTime;
import cn.ecopark.calendar.WorkingDays;
import cn.ecopark.casefile.CaseFlow;
import cn.ecopark.casefile.Cases;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.OpenCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.outcome.ExitFromRegister;
import cn.ecopark.park.LifeStatus;
import cn.ecopark.park.NewPark;
import cn.ecopark.park.Park;
import cn.ecopark.park.ParkEvent;
import cn.ecopark.park.ParkKind;
import cn.ecopark.park.Parks;
import cn.ecopark.park.RecheckResult;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What the ends of rechecks and revocations make of the register of parks. */
@SpringBootTest
@AutoConfigureMockMvc
class RegisterOutcomesTest {

	@Autowired
	private OpenCase openCase;

	@Autowired
	private CaseFlow flow;

	@Autowired
	private Cases cases;

	@Autowired
	private Parks parks;

	@Autowired
	private ExitFromRegister exit;

	@Autowired
	private CaseTime time;

	@Autowired
	private WorkingDays workingDays;

	@Autowired
	private JdbcClient jdbc;

	private Actor office;

	private Park park;

	private LocalDate today;

	@BeforeEach
	void aNamedParkIsDue() {
		this.today = this.time.today();
		long person = this.jdbc.sql("""
				INSERT INTO person (sign_in_name, display_name, created_at) VALUES (:sign, '经办人', now()) RETURNING id
				""").param("sign", UUID.randomUUID().toString()).query(Long.class).single();
		this.office = new Actor(person, "经办人", "OFFICE", ShippedKinds.OFFICE, null, Set.of(MemberRole.STAFF));
		Park registered = this.parks
			.register(new NewPark("园区" + UUID.randomUUID(), ParkKind.COMPREHENSIVE, "国家级经开区", "320000"));
		this.parks.recordApproval(registered.id(), ShippedPacks.FIRST, this.today.minusYears(6), number(),
				"HJ 274-2015");
		this.park = this.parks.recordNaming(registered.id(), ShippedPacks.FIRST, this.today.minusYears(3), number(),
				"国家生态工业示范园区", 3);
		assertThat(this.park.recheckDueOn()).isEqualTo(this.today);
	}

	@Test
	void entersGradeCircularAndNextDateOfARecheck() {
		EcoCase recheck = assessed(85);
		String circular = circular(recheck, "DONE");

		this.flow.close(recheck.id(), "PASSED");

		RecheckResult good = new RecheckResult(ShippedPacks.FIRST, "GOOD", "PASSED", true, this.today.plusYears(3));
		assertThat(this.parks.history(this.park.id())).last()
			.extracting(ParkEvent::recheck, ParkEvent::documentNumber)
			.containsExactly(good, circular);
		assertThat(this.parks.get(this.park.id()).recheckDueOn()).isEqualTo(this.today.plusYears(3));
		assertThatThrownBy(() -> this.openCase.open("recheck", this.park.id(), this.office)).isInstanceOfSatisfying(
				LegalRefusal.class, refusal -> assertThat(refusal.rule()).isEqualTo("recheck-not-due"));
	}

	@Test
	void entersThatARecheckWasNotPassedAndOpensTheRevocationItProposes() {
		EcoCase recheck = assessed(40);
		circular(recheck, "DONE");

		this.flow.close(recheck.id(), "REVOCATION_PROPOSED");

		assertThat(this.parks.history(this.park.id())).last()
			.extracting(event -> event.recheck().passed(), event -> event.recheck().grade())
			.containsExactly(false, "UNQUALIFIED");
		assertThat(this.cases.ofPark(this.park.id())).filteredOn(EcoCase::isOpen)
			.singleElement()
			.extracting(EcoCase::kind)
			.isEqualTo("revocation");
		assertThat(this.parks.get(this.park.id()).lifeStatus()).isEqualTo(LifeStatus.NAMED);
	}

	@Test
	void entersNothingOfARecheckThatIsBrokenOff() {
		EcoCase recheck = assessed(40);
		circular(recheck, "DONE");

		this.flow.close(recheck.id(), "CLOSED");

		assertThat(this.parks.get(this.park.id()).recheckDueOn()).isEqualTo(this.today);
		assertThat(this.parks.history(this.park.id())).noneMatch(event -> event.recheck() != null);
		assertThat(this.cases.ofPark(this.park.id())).noneMatch(EcoCase::isOpen);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "STRUCK_OUT" })
	void endsNoRecheckWithoutACircularThatNamesThePark(String item) {
		EcoCase recheck = assessed(85);
		if (!item.isEmpty()) {
			circular(recheck, item);
		}

		assertThatThrownBy(() -> this.flow.close(recheck.id(), "PASSED")).isInstanceOf(RuntimeException.class);

		assertThat(this.cases.get(recheck.id()).isOpen()).isTrue();
		assertThat(this.parks.get(this.park.id()).recheckDueOn()).isEqualTo(this.today);
	}

	@Test
	void revokesNoTitleWithoutAGround() {
		EcoCase revocation = decided();
		said(revocation, Purpose.STATEMENT, "PARK", "SUBMIT", this.today);

		refusesToRevoke(revocation, "revocation-not-filed");
	}

	@Test
	void revokesNoTitleBeforeTheParkHasSpokenOrItsTimeHasPassed() {
		EcoCase revocation = decided();
		said(revocation, Purpose.FILING, "OFFICE", "FILED", filedTenWorkingDaysAgo());

		refusesToRevoke(revocation, "revocation-before-statement");
	}

	@Test
	void revokesTheTitleOfAParkThatHasStatedItsCase() {
		EcoCase revocation = decided();
		said(revocation, Purpose.FILING, "OFFICE", "FILED", this.today);
		said(revocation, Purpose.STATEMENT, "PARK", "SUBMIT", this.today);

		this.exit.record(revocation.id());

		Park revoked = this.parks.get(this.park.id());
		assertThat(revoked.lifeStatus()).isEqualTo(LifeStatus.REVOKED);
		assertThat(this.parks.reapplyFrom(revoked)).contains(this.today.plusMonths(12));
	}

	@Test
	void revokesTheTitleOfAParkThatLetItsTimePass() {
		EcoCase revocation = decided();
		said(revocation, Purpose.FILING, "OFFICE", "FILED", filedTenWorkingDaysAgo().minusDays(1));

		this.exit.record(revocation.id());

		assertThat(this.parks.get(this.park.id()).lifeStatus()).isEqualTo(LifeStatus.REVOKED);
	}

	private void refusesToRevoke(EcoCase revocation, String rule) {
		assertThatThrownBy(() -> this.exit.record(revocation.id())).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo(rule));
		assertThat(this.parks.get(this.park.id()).lifeStatus()).isEqualTo(LifeStatus.NAMED);
	}

	/**
	 * The latest day of filing on which the park's ten working days have not yet passed.
	 */
	private LocalDate filedTenWorkingDaysAgo() {
		LocalDate day = this.today;
		while (!this.workingDays.plus(day.minusDays(1), 10).isBefore(this.today)) {
			day = day.minusDays(1);
		}
		return day;
	}

	private EcoCase assessed(int score) {
		EcoCase recheck = this.openCase.open("recheck", this.park.id(), this.office);
		said(recheck, Purpose.GRADING, "TECHNICAL_UNIT", "ASSESSED", this.today, "{\"scoreAll\":" + score + "}");
		return recheck;
	}

	private EcoCase decided() {
		EcoCase revocation = this.openCase.open("revocation", this.park.id(), "复评仍不合格", this.office);
		document(revocation, "revocation-decision", "DONE");
		return revocation;
	}

	private String circular(EcoCase recheck, String itemState) {
		return document(recheck, "recheck-result", itemState);
	}

	private String document(EcoCase ecoCase, String kind, String itemState) {
		String batch = UUID.randomUUID().toString();
		String number = number();
		for (String sql : List.of("""
				INSERT INTO batch (id, kind, pack, release, title, state, composed_by, composed_at, submission)
				VALUES (:batch, :kind, '2015-167', '2015-167.1', '一批', 'OPEN', :person, :at, :batch)
				""", """
				INSERT INTO batch_item (batch_id, case_id, position, state, left_at)
				VALUES (:batch, :case, 1, :state, :at)
				""", """
				INSERT INTO issued_paper (number, batch_id, kind, issued_on, recorded_at)
				VALUES (:number, :batch, :kind, :day, :at)
				""")) {
			this.jdbc.sql(sql)
				.param("batch", batch)
				.param("kind", kind)
				.param("person", this.office.personId())
				.param("case", ecoCase.id())
				.param("state", itemState)
				.param("number", number)
				.param("day", this.today)
				.param("at", now())
				.update();
		}
		return number;
	}

	private void said(EcoCase ecoCase, Purpose purpose, String role, String outcome, LocalDate day) {
		said(ecoCase, purpose, role, outcome, day, "{}");
	}

	private void said(EcoCase ecoCase, Purpose purpose, String role, String outcome, LocalDate day, String fields) {
		this.jdbc
			.sql("""
					INSERT INTO opinion (dossier_id, case_id, work_item_id, stage, task_key, step, purpose, role, person_id,
					                     person_name, unit_id, unit_name, outcome, text, audience, at, form_data)
					VALUES (:case, :case, NULL, '', '', '', :purpose, :role, :person, '', 'OFFICE', '', :outcome, '', 'PARK', :at,
					        CAST(:fields AS jsonb))
					""")
			.param("case", ecoCase.id())
			.param("role", role)
			.param("purpose", purpose.name())
			.param("person", this.office.personId())
			.param("outcome", outcome)
			.param("at", day.atTime(10, 0).atZone(CaseTime.ZONE).toOffsetDateTime())
			.param("fields", fields)
			.update();
	}

	private OffsetDateTime now() {
		return this.time.now().atOffset(ZoneOffset.UTC);
	}

	private static String number() {
		return "试〔2018〕" + UUID.randomUUID() + "号";
	}

}
