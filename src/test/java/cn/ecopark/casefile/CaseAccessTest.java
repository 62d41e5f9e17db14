package cn.ecopark.casefile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.json.JsonMapper;

import cn.ecopark.TestDatabase;
import cn.ecopark.casefile.CaseRefusals.CaseNotFound;
import cn.ecopark.casefile.CaseRefusals.NotYourCase;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.organisation.UnitLevel;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who reads which case and which opinion; pages and lists by the same rule. */
class CaseAccessTest {

	private static final Instant NOW = Instant.parse("2018-03-01T02:00:00Z");

	private static final JdbcClient JDBC = JdbcClient.create(TestDatabase.withoutKeys());

	private static final Cases CASES = new Cases(JDBC);

	private static final CaseParties PARTIES = new CaseParties(JDBC);

	private static final String OPEN = "open";

	private static final String DRAFT = "draft";

	private static final Actor PARK = actor(1, "PARK-1", ShippedKinds.PARK, "320000");

	private static final Actor OTHER_PARK = actor(2, "PARK-2", ShippedKinds.PARK, "320000");

	private static final Actor MINISTRY = actor(3, "MEE", ShippedKinds.MINISTRY, null);

	private static final Actor OTHER_MINISTRY = actor(4, "MOST", ShippedKinds.MINISTRY, null);

	private static final Actor EXPERT = actor(5, "EXPERTS", ShippedKinds.EXPERT_POOL, null);

	private static final Actor OTHER_EXPERT = actor(6, "EXPERTS", ShippedKinds.EXPERT_POOL, null);

	private static final Actor INSTITUTE = actor(7, "CRAES", ShippedKinds.TECHNICAL_UNIT, null);

	private static final Actor OTHER_INSTITUTE = actor(8, "NIES", ShippedKinds.TECHNICAL_UNIT, null);

	/** Steps of which somebody has not spoken yet. */
	private static final Set<String> WAITING = Set.of("case:Task_Vote");

	private final CaseAccess access = new CaseAccess(CASES, PARTIES,
			(dossier, task) -> WAITING.contains(dossier + ":" + task.taskKey()));

	@BeforeEach
	void twoCases() {
		JDBC.sql("DELETE FROM case_party").update();
		JDBC.sql("DELETE FROM eco_case").update();
		enter(OPEN, CaseStatus.OPEN, 1);
		enter(DRAFT, CaseStatus.DRAFT, 2);
		PARTIES.addUnit(OPEN, "TECHNICAL_UNIT", "CRAES", NOW);
		PARTIES.addPerson(OPEN, "EXPERT", 5, NOW);
		PARTIES.addUnit(DRAFT, "TECHNICAL_UNIT", "CRAES", NOW);
		PARTIES.addPerson(DRAFT, "EXPERT", 5, NOW);
	}

	@Test
	void letsAParkReadItsOwnCasesOnlyItsDraftsToo() {
		assertReads(PARK, OPEN, DRAFT);
		assertReads(OTHER_PARK);
	}

	@Test
	void letsMinistriesAndOfficeReadEveryCaseThatWasSubmitted() {
		assertReads(MINISTRY, OPEN);
		assertReads(actor(9, "OFFICE", ShippedKinds.OFFICE, null), OPEN);
	}

	static List<UnitKind> provincial() {
		return List.of(ShippedKinds.PROVINCE_ECOLOGY, ShippedKinds.PROVINCE_INDUSTRY,
				new UnitKind("PROVINCE_WATER", UnitLevel.PROVINCE));
	}

	@ParameterizedTest
	@MethodSource("provincial")
	void letsAProvinceReadItsOwnCases(UnitKind kind) {
		assertReads(actor(10, "320000-X", kind, "320000"), OPEN);
		assertReads(actor(11, "330000-X", kind, "330000"));
		assertReads(actor(12, "NOWHERE", kind, null));
	}

	@Test
	void letsACityReadTheCasesOfTheParksThatLieInIt() {
		UnitKind kind = new UnitKind("CITY_ECOLOGY", UnitLevel.CITY);

		assertReads(actor(14, "320500-X", kind, "320500"), OPEN);
		assertReads(actor(15, "320200-X", kind, "320200"));
		assertReads(actor(16, "320000-X", kind, "320000"));
		assertReads(actor(17, "NOWHERE", kind, null));
	}

	@Test
	void letsNoCityReadTheCaseOfAParkThatLiesInNone() {
		JDBC.sql("UPDATE eco_case SET city_code = NULL").update();
		UnitKind kind = new UnitKind("CITY_ECOLOGY", UnitLevel.CITY);

		assertReads(actor(14, "320500-X", kind, "320500"));
		assertReads(actor(17, "NOWHERE", kind, null));
		assertReads(actor(10, "320000-X", ShippedKinds.PROVINCE_ECOLOGY, "320000"), OPEN);
		assertReads(actor(18, "320500-X", ShippedKinds.PROVINCE_ECOLOGY, "320500"));
	}

	@Test
	void letsTechnicalUnitsAndExpertsReadWhatTheyTakePartIn() {
		assertReads(INSTITUTE, OPEN);
		assertReads(OTHER_INSTITUTE);
		assertReads(EXPERT, OPEN);
		assertReads(OTHER_EXPERT);
	}

	@Test
	void letsNobodyElseReadAnything() {
		assertReads(actor(13, "ADMINISTRATION", ShippedKinds.ADMINISTRATION, null));
	}

	@Test
	void hidesThatThereIsADraftAndRefusesTheRest() {
		assertThatThrownBy(() -> this.access.read(MINISTRY, DRAFT)).isInstanceOf(CaseNotFound.class);
		assertThatThrownBy(() -> this.access.read(OTHER_PARK, OPEN)).isInstanceOf(NotYourCase.class);
		assertThatThrownBy(() -> this.access.read(MINISTRY, "none")).isInstanceOf(CaseNotFound.class);
		assertThat(this.access.read(PARK, DRAFT).id()).isEqualTo(DRAFT);
	}

	@Test
	void keepsAVoteFromEverybodyElseUntilAllHaveVoted() {
		Opinion vote = opinion(MINISTRY, "Task_Vote", Audience.AUTHORITIES, true);

		assertThat(this.access.mayRead(MINISTRY, vote)).as("whoever has voted").isTrue();
		assertThat(this.access.mayRead(OTHER_MINISTRY, vote)).isFalse();
		assertThat(this.access.mayRead(actor(33, "MEE", ShippedKinds.MINISTRY, null), vote)).as("a colleague")
			.isFalse();
	}

	@Test
	void showsVotesToTheAuthoritiesWhenAllHaveVotedAndNeverToThePark() {
		Opinion vote = opinion(MINISTRY, "Task_DoneVote", Audience.AUTHORITIES, true);

		assertThat(this.access.mayRead(OTHER_MINISTRY, vote)).isTrue();
		assertThat(this.access.mayRead(EXPERT, vote)).isTrue();
		assertThat(this.access.mayRead(PARK, vote)).isFalse();
	}

	@Test
	void showsAnOpenOpinionAtOnce() {
		assertThat(this.access.mayRead(OTHER_MINISTRY, opinion(MINISTRY, "Task_Vote", Audience.AUTHORITIES, false)))
			.isTrue();
	}

	@Test
	void showsAnOpinionToThoseItWasWrittenFor() {
		assertThat(this.access.mayRead(PARK, opinion(MINISTRY, "Task_Review", Audience.PARK, false))).isTrue();
		assertThat(this.access.mayRead(PARK, opinion(MINISTRY, "Task_Review", Audience.PUBLIC, false))).isTrue();
		assertThat(this.access.mayRead(PARK, opinion(MINISTRY, "Task_Review", Audience.AUTHORITIES, false))).isFalse();
		assertThat(this.access.mayRead(OTHER_MINISTRY, opinion(MINISTRY, "Task_Review", Audience.PARK, false)))
			.isTrue();
		assertThat(this.access.mayRead(OTHER_MINISTRY, opinion(MINISTRY, "Task_Review", Audience.PUBLIC, false)))
			.isTrue();
	}

	@Test
	void showsWhatIsForTheOwnUnitToThatUnit() {
		Opinion internal = opinion(MINISTRY, "Task_Review", Audience.OWN_UNIT, false);

		assertThat(this.access.mayRead(actor(33, "MEE", ShippedKinds.MINISTRY, null), internal)).isTrue();
		assertThat(this.access.mayRead(OTHER_MINISTRY, internal)).isFalse();
	}

	@Test
	void takesEachExpertForAUnitOfTheirOwn() {
		Opinion internal = opinion(EXPERT, "Task_Review", Audience.OWN_UNIT, false);

		assertThat(CaseAccess.isFor(EXPERT, Audience.OWN_UNIT, "EXPERTS", 5)).isTrue();
		assertThat(this.access.mayRead(EXPERT, internal)).isTrue();
		assertThat(this.access.mayRead(OTHER_EXPERT, internal)).isFalse();
	}

	@Test
	void keepsFiguresToTheDecimal() {
		Opinions opinions = new Opinions(JDBC, JsonMapper.builder().build());
		Opinion scored = new Opinion(0, OPEN, OPEN, 1, new Opinion.Step("s", "Task_Assess", "评估", Purpose.GRADING),
				author(MINISTRY), "ASSESSED", "", Audience.AUTHORITIES, false, NOW, null,
				Map.of("scoreA", new BigDecimal("0.1000000000000000055"), "scoreB", new BigDecimal("12.50")),
				List.of("digest"));

		opinions.add(scored);

		assertThat(opinions.latest(OPEN, Purpose.GRADING).orElseThrow().fields()).containsExactlyInAnyOrderEntriesOf(
				Map.of("scoreA", new BigDecimal("0.1000000000000000055"), "scoreB", new BigDecimal("12.50")));
	}

	/** Page and list say the same about every case. */
	private void assertReads(Actor actor, String... caseIds) {
		assertThat(List.of(OPEN, DRAFT).stream().filter(id -> this.access.mayRead(actor, CASES.get(id))))
			.as("pages of %s", actor)
			.containsExactlyInAnyOrder(caseIds);
		assertThat(CASES.ofParks(List.of(1L, 2L), actor)).as("lists of %s", actor)
			.extracting(EcoCase::id)
			.containsExactlyInAnyOrder(caseIds);
	}

	private static void enter(String id, CaseStatus status, long park) {
		CASES.add(new EcoCase(id, "creation", ShippedPacks.FIRST,
				new EcoCase.ParkOfCase(park, "某园区", "COMPREHENSIVE", "PARK-1", "320000", "320500"), null, null, status,
				null, null, NOW, null, null, null, 0));
	}

	private static Opinion opinion(Actor author, String task, Audience audience, boolean secret) {
		return new Opinion(1, "case", "case", 1, new Opinion.Step("stage", task, "一步", Purpose.ORDINARY),
				author(author), "PASS", "", audience, secret, NOW, null, Map.of(), List.of());
	}

	private static Opinion.Author author(Actor actor) {
		return new Opinion.Author("ROLE", actor.personId(), actor.name(), actor.unitId(), "单位");
	}

	private static Actor actor(long id, String unit, UnitKind kind, @Nullable String province) {
		return new Actor(id, "某人", unit, kind, province, Set.of(MemberRole.STAFF));
	}

}
