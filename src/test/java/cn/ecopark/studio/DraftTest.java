package cn.ecopark.studio;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.release.Release;
import cn.ecopark.release.ReleasePack;
import cn.ecopark.release.ReleaseRefusals.ReleaseReasonMissing;
import cn.ecopark.release.ReleaseRefusals.SecondPersonNeeded;
import cn.ecopark.release.TestReleases;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;
import cn.ecopark.studio.StudioRefusals.BothChanged;
import cn.ecopark.studio.StudioRefusals.DraftEnded;
import cn.ecopark.studio.StudioRefusals.EntryFaulty;
import cn.ecopark.studio.StudioRefusals.EntryThere;
import cn.ecopark.studio.StudioRefusals.FileHeld;
import cn.ecopark.studio.StudioRefusals.FileMovedOn;
import cn.ecopark.studio.StudioRefusals.KeyFaulty;
import cn.ecopark.studio.StudioRefusals.NoStep;
import cn.ecopark.studio.StudioRefusals.NotYourStudio;
import cn.ecopark.studio.StudioRefusals.NothingChanged;
import cn.ecopark.studio.StudioRefusals.DraftUntitled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who may change what of a draft, and who may not bring it into force. */
@SpringBootTest
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=release-pack" })
class DraftTest {

	private static final String PACK = "2015-167";

	private static final String OTHER_FILE = "outcomes.yaml";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private EditDraft edit;

	@Autowired
	private DraftLimits limits;

	@Autowired
	private DraftFiles files;

	@Autowired
	private DraftSteps steps;

	@Autowired
	private Drafts drafts;

	@Autowired
	private MakeDraftRelease makeRelease;

	@Autowired
	private ReleasePack releasePack;

	@Autowired
	private RulePacks packs;

	@Autowired
	private JdbcClient jdbc;

	private Actor first;

	private Actor second;

	private ReleaseId before;

	@BeforeEach
	void begin() {
		this.first = new TestReleases(this.context).administrator("甲");
		this.second = new TestReleases(this.context).administrator("乙");
		this.before = this.packs.current(PACK).release();
	}

	/** What these tests bring into force is not in force for others. */
	@AfterEach
	void withdraw() {
		ReleaseId now = this.packs.current(PACK).release();
		if (!now.equals(this.before)) {
			this.releasePack.withdraw(now, "试完", this.first);
		}
	}

	@Test
	void isBegunByAnAdministratorWhoSaysWhatFor() {
		Actor office = new Actor(this.first.personId(), "办公室", "OFFICE", ShippedKinds.OFFICE, "100000",
				java.util.Set.of(MemberRole.STAFF));

		assertThatExceptionOfType(NotYourStudio.class).isThrownBy(() -> this.edit.begin(PACK, "试", office));
		assertThatExceptionOfType(DraftUntitled.class).isThrownBy(() -> this.edit.begin(PACK, " ", this.first));
		Draft draft = this.edit.begin(PACK, "公示期改为十五日", this.first);
		assertThat(this.files.of(draft).digest()).isEqualTo(this.packs.files(this.before).digest());
		UUID id = draft.id();
		assertThatExceptionOfType(NotYourStudio.class).isThrownBy(() -> this.edit.take(id, DraftLimits.PATH, office));
		assertThatExceptionOfType(NotYourStudio.class)
			.isThrownBy(() -> this.edit.save(id, DraftLimits.PATH, 0, new byte[0], office));
		assertThatExceptionOfType(NotYourStudio.class).isThrownBy(() -> this.edit.undo(id, DraftLimits.PATH, office));
		assertThatExceptionOfType(NotYourStudio.class).isThrownBy(() -> this.edit.redo(id, DraftLimits.PATH, office));
		assertThatExceptionOfType(NotYourStudio.class).isThrownBy(() -> this.edit.layAside(id, office));
		assertThatExceptionOfType(NotYourStudio.class).isThrownBy(() -> this.edit.openAgain(id, office));
		assertThatExceptionOfType(NotYourStudio.class).isThrownBy(() -> this.makeRelease.make(id, "试", office));
	}

	@Test
	void oneAtATimeChangesAFileAndOthersAnother() {
		UUID id = this.edit.begin(PACK, "两人同改", this.first).id();
		int seen = this.edit.save(id, DraftLimits.PATH, 0, bytes("a: { zh: 甲 }\n"), this.first);

		assertThatExceptionOfType(FileHeld.class)
			.isThrownBy(() -> this.edit.save(id, DraftLimits.PATH, seen, bytes("b"), this.second));
		assertThatExceptionOfType(FileHeld.class).isThrownBy(() -> this.edit.undo(id, DraftLimits.PATH, this.second));
		this.edit.save(id, OTHER_FILE, 0, bytes("c"), this.second);
		this.jdbc.sql("UPDATE studio_lease SET ends_at = now() WHERE draft_id = :id AND path = :path")
			.param("id", id)
			.param("path", DraftLimits.PATH)
			.update();
		assertThatExceptionOfType(FileMovedOn.class)
			.isThrownBy(() -> this.edit.save(id, DraftLimits.PATH, 0, bytes("b"), this.second));
		this.edit.save(id, DraftLimits.PATH, seen, bytes("b"), this.second);
		assertThat(this.steps.editors(id)).containsExactlyInAnyOrder(this.first.personId(), this.second.personId());
	}

	@Test
	void eachStepIsUndoneAndDoneAgain() {
		Draft draft = this.edit.begin(PACK, "撤销重做", this.first);
		UUID id = draft.id();
		String original = text(draft);
		int one = this.edit.save(id, DraftLimits.PATH, 0, bytes("one"), this.first);
		this.edit.save(id, DraftLimits.PATH, one, bytes("two"), this.first);
		assertThat(this.edit.save(id, DraftLimits.PATH, this.steps.holding(id, DraftLimits.PATH), bytes("two"),
				this.first))
			.as("the same again is no step")
			.isEqualTo(2);

		this.edit.undo(id, DraftLimits.PATH, this.first);
		assertThat(text(draft)).isEqualTo("one");
		this.edit.redo(id, DraftLimits.PATH, this.first);
		assertThat(text(draft)).isEqualTo("two");
		this.edit.undo(id, DraftLimits.PATH, this.first);
		this.edit.undo(id, DraftLimits.PATH, this.first);
		assertThat(text(draft)).isEqualTo(original);
		assertThatExceptionOfType(NoStep.class).isThrownBy(() -> this.edit.undo(id, DraftLimits.PATH, this.first));
		assertThat(this.steps.editors(id)).isEmpty();
		this.edit.redo(id, DraftLimits.PATH, this.first);
		assertThat(text(draft)).isEqualTo("one");
		this.edit.save(id, DraftLimits.PATH, this.steps.holding(id, DraftLimits.PATH), bytes("three"), this.first);
		assertThatExceptionOfType(NoStep.class).isThrownBy(() -> this.edit.redo(id, DraftLimits.PATH, this.first));
		assertThat(text(draft)).isEqualTo("three");
	}

	/** Two had seen the second step; one undid it and saved another. */
	@Test
	void aStepThatWasSeenIsNoOther() {
		UUID id = this.edit.begin(PACK, "撤销后另改", this.first).id();
		int one = this.edit.save(id, DraftLimits.PATH, 0, bytes("one"), this.first);
		int two = this.edit.save(id, DraftLimits.PATH, one, bytes("two"), this.first);
		this.edit.undo(id, DraftLimits.PATH, this.first);
		this.edit.save(id, DraftLimits.PATH, one, bytes("three"), this.first);

		assertThatExceptionOfType(FileMovedOn.class)
			.isThrownBy(() -> this.edit.save(id, DraftLimits.PATH, two, bytes("four"), this.first));
	}

	@Test
	void whatIsLaidAsideIsNotLost() {
		Draft draft = this.edit.begin(PACK, "先放一放", this.first);
		UUID id = draft.id();
		this.edit.save(id, DraftLimits.PATH, 0, bytes("one"), this.first);
		assertThatExceptionOfType(DraftEnded.class).isThrownBy(() -> this.edit.openAgain(id, this.second));

		this.edit.layAside(id, this.second);
		assertThatExceptionOfType(DraftEnded.class)
			.isThrownBy(() -> this.edit.save(id, DraftLimits.PATH, 1, bytes("two"), this.first));
		assertThatExceptionOfType(DraftEnded.class).isThrownBy(() -> this.makeRelease.make(id, "试", this.first));
		this.edit.openAgain(id, this.first);
		assertThat(text(draft)).isEqualTo("one");
	}

	@Test
	void aLimitIsCheckedBeforeItIsSaved() {
		Draft draft = this.edit.begin(PACK, "改时限", this.first);
		LimitEntry notice = this.limits.find(draft, "publicNotice").orElseThrow();

		assertThatExceptionOfType(EntryFaulty.class)
			.isThrownBy(() -> this.limits.save(draft, changed(notice, "no number"), false, 0, this.first))
			.satisfies(faulty -> assertThat(faulty.findings()).extracting(finding -> finding.place())
				.containsExactly("publicNotice.days"));
		assertThatExceptionOfType(EntryFaulty.class)
			.isThrownBy(() -> this.limits.save(draft, changed(notice, "0"), false, 0, this.first));
		assertThatExceptionOfType(EntryThere.class)
			.isThrownBy(() -> this.limits.save(draft, notice, true, 0, this.first));
		assertThatExceptionOfType(KeyFaulty.class).isThrownBy(() -> this.limits.save(draft,
				new LimitEntry("a: b", "名", "n", "5", false, "1", "RESTART", "试", false), true, 0, this.first));
		this.limits.save(draft, changed(notice, "15"), false, 0, this.first);
		this.limits.save(draft,
				new LimitEntry("cityReview", "市级审查", "Review by the city", "10", false, "2", "RESUME", "虚构", false),
				true, 1, this.first);

		assertThat(this.limits.find(draft, "publicNotice").orElseThrow().length()).isEqualTo("15");
		assertThat(this.limits.find(draft, "cityReview").orElseThrow().source()).isEqualTo("虚构");
		assertThat(this.limits.steps(draft).values()).anyMatch(steps -> !steps.isEmpty());
	}

	@Test
	void nobodyWhoHasEditedItBringsItIntoForce() {
		Draft draft = this.edit.begin(PACK, "公示期", this.first);
		LimitEntry notice = this.limits.find(draft, "publicNotice").orElseThrow();
		assertThatExceptionOfType(NothingChanged.class)
			.isThrownBy(() -> this.makeRelease.make(draft.id(), "试", this.first));
		this.limits.save(draft, changed(notice, "15"), false, 0, this.first);
		this.limits.save(draft, changed(notice, "12"), false, 1, this.first);
		Actor third = new TestReleases(this.context).administrator("丙");
		assertThatExceptionOfType(ReleaseReasonMissing.class)
			.isThrownBy(() -> this.makeRelease.make(draft.id(), " ", this.second));

		Release made = this.makeRelease.make(draft.id(), "公示期十二日（虚构）", this.second);
		this.releasePack.propose(made.id(), third);

		for (Actor concerned : new Actor[] { this.first, this.second, third }) {
			assertThatExceptionOfType(SecondPersonNeeded.class).as(concerned.name())
				.isThrownBy(() -> this.releasePack.release(made.id(), concerned));
		}
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.sql("UPDATE pack_release SET released_by = :editor WHERE id = :id")
				.param("editor", this.first.personId())
				.param("id", made.id().toString())
				.update());
		this.releasePack.release(made.id(), new TestReleases(this.context).administrator("丁"));
		assertThat(this.packs.current(PACK).release()).isEqualTo(made.id());
		assertThat(this.drafts.get(draft.id()).release()).isEqualTo(made.id());
		assertThat(this.steps.of(draft.id())).isEmpty();
	}

	@Test
	void goesOnTopOfWhatCameIntoForceMeanwhile() {
		Draft limit = this.edit.begin(PACK, "改时限", this.first);
		Draft same = this.edit.begin(PACK, "也改时限", this.first);
		Draft outcome = this.edit.begin(PACK, "改结论", this.first);
		LimitEntry notice = this.limits.find(limit, "publicNotice").orElseThrow();
		this.limits.save(limit, changed(notice, "15"), false, 0, this.first);
		this.limits.save(same, changed(notice, "20"), false, 0, this.first);
		String outcomes = this.files.of(outcome).text(OTHER_FILE).orElseThrow();
		this.edit.save(outcome.id(), OTHER_FILE, 0, bytes(outcomes.replace("zh: 提交", "zh: 报送")), this.first);
		Release made = this.makeRelease.make(limit.id(), "虚构", this.first);
		this.releasePack.propose(made.id(), this.first);
		this.releasePack.release(made.id(), this.second);

		assertThatExceptionOfType(BothChanged.class)
			.isThrownBy(() -> this.makeRelease.make(same.id(), "虚构", this.first))
			.satisfies(refusal -> assertThat(refusal.arguments()).containsExactly(DraftLimits.PATH));
		Release both = this.makeRelease.make(outcome.id(), "虚构", this.first);
		assertThat(this.packs.files(both.id()).text(DraftLimits.PATH))
			.isEqualTo(this.packs.files(made.id()).text(DraftLimits.PATH));
		assertThat(this.packs.files(both.id()).text(OTHER_FILE).orElseThrow()).contains("zh: 报送");
	}

	private String text(Draft draft) {
		return this.files.of(draft).text(DraftLimits.PATH).orElseThrow();
	}

	private static LimitEntry changed(LimitEntry limit, String length) {
		return new LimitEntry(limit.key(), limit.label(), limit.englishLabel(), length, false, "1", limit.onReturn(),
				limit.source(), limit.confirmed());
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
