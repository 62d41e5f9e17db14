package cn.ecopark.batch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import cn.ecopark.TestDatabase;
import cn.ecopark.calendar.CaseTimes;
import cn.ecopark.casefile.CaseSignatures.Signature;
import cn.ecopark.casefile.CaseStatus;
import cn.ecopark.casefile.CaseTables;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.organisation.UnitKind;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.shared.RareMatters;
import cn.ecopark.shared.Texts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** Two ministries have signed in one step of a batch, of which it may not be open yet. */
class SignOffsTest {

	private static final DataSource DATABASE = TestDatabase.withoutKeys();

	private static final JdbcClient JDBC = JdbcClient.create(DATABASE);

	private static final Instant NOW = Instant.parse("2018-03-01T02:00:00Z");

	private static final Actor FIRST = actor(1, "MEE", ShippedKinds.MINISTRY);

	private static final Actor SECOND = actor(2, "MOST", ShippedKinds.MINISTRY);

	private static final Actor OFFICE = actor(3, "OFFICE", ShippedKinds.OFFICE);

	private final Set<String> waiting = new HashSet<>();

	private final Opinions opinions = CaseTables.opinions(JDBC);

	private final Ballots ballots = new Ballots(JDBC);

	private final Batches batches = new Batches(JDBC, new RareMatters(JDBC));

	private final BatchItems items = new BatchItems(JDBC, new RareMatters(JDBC));

	private final SignOffs signOffs = signOffs();

	private Batch batch;

	@BeforeEach
	void bothHaveSigned() {
		JDBC.sql("TRUNCATE batch, ballot, opinion, eco_case CASCADE").update();
		JDBC.sql("""
				INSERT INTO batch (id, kind, pack, release, title, state, composed_by, composed_at, submission)
				VALUES ('batch', 'naming', '2015-167', '2015-167.1', '一批', 'OPEN', 3, :at, 'token')
				""").param("at", Timestamp.from(NOW)).update();
		this.batch = this.batches.get("batch");
		sign(FIRST, "同意");
		sign(SECOND, "数据存疑");
	}

	@Test
	void keepAVoteFromOthersUntilAllHaveVoted() {
		this.waiting.add("batch:Task_Vote");

		assertThat(read(FIRST)).containsExactly("MEE");
		assertThat(read(SECOND)).containsExactly("MOST");
		assertThat(read(OFFICE)).isEmpty();
	}

	@Test
	void showEveryVoteOnceAllHaveVoted() {
		assertThat(read(FIRST)).containsExactly("MEE", "MOST");
		assertThat(read(OFFICE)).containsExactly("MEE", "MOST");
	}

	@Test
	void showNothingOutsideTheAuthoritiesOfTheCountry() {
		assertThat(read(actor(4, "PARK-1", ShippedKinds.PARK))).isEmpty();
		assertThat(read(actor(5, "320000-ECOLOGY", ShippedKinds.PROVINCE_ECOLOGY))).isEmpty();
		assertThat(read(new Actor(1, "某人", "MEE", ShippedKinds.MINISTRY, null, Set.of(MemberRole.AUDITOR)))).isEmpty();
	}

	@Test
	void goWithTheOpinionTheyWereCastWith() {
		assertThat(this.signOffs.of(this.batch, OFFICE)).extracting(signed -> signed.opinion().text())
			.containsExactly("同意", "数据存疑");
	}

	@Test
	void areShownOfTheCaseThatIsRead() {
		place("case", 1);
		place("another", 2);
		vote(SECOND, "another", "DISAGREE", this.opinions.of("batch").get(1).id());

		List<Signature> signatures = this.signOffs.of("case", OFFICE, Locale.SIMPLIFIED_CHINESE);

		assertThat(signatures).extracting(Signature::unit, Signature::choice, Signature::agrees, Signature::opinion)
			.containsExactly(tuple("部门", "同意", true, "同意"), tuple("部门", "同意", true, "数据存疑"));
		assertThat(signatures.get(0).decision()).isEqualTo("一批");
		assertThat(signatures.get(0).signer()).isEqualTo("某人");
		assertThat(signatures.get(0).text()).isNotEmpty();
		assertThat(this.signOffs.of("another", OFFICE, Locale.ENGLISH)).singleElement()
			.extracting(Signature::choice, Signature::agrees)
			.containsExactly("Disagree", false);
		assertThat(this.signOffs.of("unknown", OFFICE, Locale.ENGLISH)).isEmpty();
		this.waiting.add("batch:Task_Vote");
		assertThat(this.signOffs.of("case", OFFICE, Locale.ENGLISH)).isEmpty();
	}

	private void place(String caseId, long park) {
		CaseTables.enter(JDBC,
				new EcoCase(caseId, "creation", ShippedPacks.FIRST,
						new EcoCase.ParkOfCase(park, "某园区", "COMPREHENSIVE", "PARK-1", "320000", null), null, null,
						CaseStatus.OPEN, null, null, NOW, null, null, null, 0));
		this.items.add("batch", caseId);
	}

	private List<String> read(Actor reader) {
		return this.signOffs.of(this.batch, reader).stream().map(signed -> signed.ballot().unitId()).toList();
	}

	private void sign(Actor actor, String words) {
		long opinion = this.opinions
			.add(new Opinion(0, "batch", null, 1, new Opinion.Step("naming", "Task_Vote", "会签", Purpose.ORDINARY),
					new Opinion.Author("MINISTRY", actor.personId(), actor.name(), actor.unitId(), "部门"), "VOTED",
					words, Audience.AUTHORITIES, true, NOW, null, Map.of(), List.of()));
		vote(actor, "case", "AGREE", opinion);
	}

	private void vote(Actor actor, String caseId, String choice, long opinion) {
		this.ballots.cast(
				new Ballot("batch", caseId, actor.unitId(), 1, choice, "", false, "", actor.personId(), opinion, NOW));
	}

	private SignOffs signOffs() {
		return new SignOffs(this.ballots, this.opinions, this.batches, this.items, new BatchAccess(this.batches),
				CaseTables.access(JDBC, (dossier, task) -> this.waiting.contains(dossier + ":" + task.taskKey())),
				words());
	}

	/** Signatures name no unit but as it was called when they were given. */
	private static Wordings words() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/batch");
		messages.setDefaultEncoding("UTF-8");
		return new Wordings(new Texts(messages), null, ShippedPacks.packs(), CaseTimes.ofTheSystem(DATABASE));
	}

	private static Actor actor(long id, String unit, UnitKind kind) {
		return new Actor(id, "某人", unit, kind, null, Set.of(MemberRole.STAFF));
	}

}
