package cn.ecopark.release;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.officialdocument.OfficialDocumentKind;
import cn.ecopark.officialdocument.OfficialDocumentKinds;
import cn.ecopark.officialdocument.Templates;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.release.Release.Origin;
import cn.ecopark.release.Release.State;
import cn.ecopark.release.ReleaseRefusals.FileChanged;
import cn.ecopark.release.ReleaseRefusals.NotYourRelease;
import cn.ecopark.release.ReleaseRefusals.ReleaseReasonMissing;
import cn.ecopark.release.ReleaseRefusals.SameRelease;
import cn.ecopark.release.ReleaseRefusals.SecondPersonNeeded;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Administrators change a pack text by text, or send a whole one. */
@SpringBootTest
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=release-pack" })
class EditPackTest {

	private static final String PACK = "2015-167";

	private static final String NAMING = "papers/namingNotice.txt";

	private static final String NOTICE = "papers/publicNotice.txt";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private EditPack editPack;

	@Autowired
	private ReleasePack releasePack;

	@Autowired
	private Releases releases;

	@Autowired
	private TakeShippedPacks takeShippedPacks;

	@Autowired
	private RulePacks packs;

	@Autowired
	private OfficialDocumentKinds kinds;

	@Autowired
	private Templates templates;

	private Actor one;

	private Actor other;

	@BeforeEach
	void beginWithNothingBegun() {
		this.one = new TestReleases(this.context).administrator("甲");
		this.other = new TestReleases(this.context).administrator("乙");
		this.releases.of(PACK)
			.stream()
			.filter(Release::isCandidate)
			.forEach(begun -> this.releasePack.withdraw(begun.id(), "整理", this.one));
	}

	@Test
	void eachChangeGoesOnFromTheOneBeforeAndNothingIsInForceYet() {
		ReleaseId before = inForce();

		Release first = change(before, NAMING, "第一处", this.one);
		Release second = change(first.id(), NOTICE, "第二处", this.other);

		assertThat(inForce()).isEqualTo(before);
		assertThat(this.releases.get(first.id()).state()).isEqualTo(State.WITHDRAWN);
		assertThat(this.releases.get(first.id()).withdrawnFor()).contains(second.id().toString());
		assertThat(second.state()).isEqualTo(State.CHECKED);
		assertThat(second.origin()).isEqualTo(Origin.ADMINISTRATOR);
		assertThat(second.basedOn()).isEqualTo(before);
		assertThat(second.note()).isEqualTo("第一处\n第二处");
		assertThat(text(second.id(), NAMING)).endsWith("第一处\n");
		assertThat(text(second.id(), NOTICE)).endsWith("第二处\n");
		assertThat(text(before, NAMING)).doesNotContain("第一处");
	}

	@Test
	void whoeverMadeItDoesNotReleaseIt() {
		Release made = change(inForce(), NAMING, "改", this.one);
		this.releasePack.propose(made.id(), this.other);

		assertThatThrownBy(() -> this.releasePack.release(made.id(), this.one)).isInstanceOf(SecondPersonNeeded.class);
		assertThatThrownBy(() -> this.releasePack.release(made.id(), this.other))
			.isInstanceOf(SecondPersonNeeded.class);
	}

	/**
	 * Of two who changed the same text the second is told; of two texts both are kept.
	 */
	@Test
	void nobodyOverwritesWhatHeHasNotSeen() {
		ReleaseId seenByBoth = inForce();
		change(seenByBoth, NAMING, "甲改", this.one);

		assertThatThrownBy(() -> change(seenByBoth, NAMING, "乙改", this.other)).isInstanceOf(FileChanged.class);
		Release both = change(seenByBoth, NOTICE, "乙改", this.other);

		assertThat(text(both.id(), NAMING)).endsWith("甲改\n");
		assertThat(text(both.id(), NOTICE)).endsWith("乙改\n");
	}

	/**
	 * What somebody has proposed is judged as it is; a change begins anew from what is in
	 * force.
	 */
	@Test
	void whatIsProposedIsNotChanged() {
		ReleaseId before = inForce();
		Release proposed = change(before, NAMING, "提请", this.one);
		this.releasePack.propose(proposed.id(), this.one);

		Release next = change(before, NOTICE, "另改", this.other);

		assertThat(this.releases.get(proposed.id()).state()).isEqualTo(State.CHECKED);
		assertThat(text(next.id(), NAMING)).doesNotContain("提请");
	}

	@Test
	void onlyAdministratorsChangePacksAndSayWhy() {
		ReleaseId before = inForce();
		Actor clerk = new Actor(1, "经办", "OFFICE", ShippedKinds.OFFICE, null,
				Set.of(MemberRole.STAFF, MemberRole.SUPERVISOR, MemberRole.SECURITY_ADMIN, MemberRole.AUDITOR));
		PackFiles changed = withNaming("标题：甲");

		assertThatThrownBy(() -> change(before, NAMING, "改", clerk)).isInstanceOf(NotYourRelease.class);
		assertThatThrownBy(() -> this.editPack.take(PACK, changed, "改", clerk)).isInstanceOf(NotYourRelease.class);
		assertThatThrownBy(() -> this.editPack.change(before, NAMING, "x", " ", this.one))
			.isInstanceOf(ReleaseReasonMissing.class);
		assertThatThrownBy(() -> this.editPack.take(PACK, changed, " ", this.one))
			.isInstanceOf(ReleaseReasonMissing.class);
	}

	@Test
	void takesAWholeReleaseAndKeepsAFaultyOneAsADraft() {
		Release sent = this.editPack.take(PACK, withNaming(text(inForce(), NAMING) + "送来\n"), "送来", this.one);
		Release faulty = this.editPack.take(PACK, withNaming("标题：{{没有这一项}}"), "试", this.one);

		assertThat(sent.state()).isEqualTo(State.CHECKED);
		assertThat(faulty.state()).isEqualTo(State.DRAFT);
		assertThat(this.editPack.base(PACK).id()).isEqualTo(sent.id());
		assertThatThrownBy(() -> this.editPack.take(PACK, this.packs.files(inForce()), "相同", this.one))
			.isInstanceOf(SameRelease.class);
		assertThatThrownBy(() -> this.editPack.change(sent.id(), NAMING, text(sent.id(), NAMING), "没有改", this.one))
			.isInstanceOf(SameRelease.class);
	}

	/** A template that an administrator saved before templates were files of releases. */
	@Test
	void whatWasSavedByItselfStaysInForceAndBecomesPartOfTheNextRelease() {
		ReleaseId before = inForce();
		OfficialDocumentKind kind = this.kinds.get(before, "acceptanceNote");
		String saved = this.templates.of(kind) + "单独保存\n";
		this.jdbc.sql("""
				INSERT INTO paper_template (pack, kind, version, source, reason, saved_by, saved_at)
				VALUES (:pack, :kind, 1, :source, '早先', '甲', now())""")
			.param("pack", PACK)
			.param("kind", kind.key())
			.param("source", saved)
			.update();
		assertThat(this.templates.of(kind)).isEqualTo(saved);
		assertThat(text(before, kind.template())).isNotEqualTo(saved);

		this.takeShippedPacks.afterSingletonsInstantiated();

		ReleaseId after = inForce();
		assertThat(after).isNotEqualTo(before);
		assertThat(text(after, kind.template())).isEqualTo(saved);
		assertThat(this.templates.of(kind)).as("for cases of before").isEqualTo(saved);
		Release next = this.editPack.change(after, kind.template(), text(after, kind.template()) + "再改\n", "再改",
				this.one);
		assertThat(this.templates.of(this.kinds.get(next.id(), kind.key()))).isEqualTo(saved + "再改\n");
		int releases = this.releases.of(PACK).size();
		this.takeShippedPacks.afterSingletonsInstantiated();
		assertThat(this.releases.of(PACK)).hasSize(releases);

		Release later = change(next.id(), NAMING, "另改", this.one);
		this.releasePack.propose(later.id(), this.one);
		this.releasePack.release(later.id(), this.other);
		this.takeShippedPacks.afterSingletonsInstantiated();
		assertThat(inForce()).as("what was saved before is not put back over it").isEqualTo(later.id());
		assertThat(text(inForce(), kind.template())).isEqualTo(saved + "再改\n");
	}

	private Release change(ReleaseId seen, String path, String added, Actor actor) {
		return this.editPack.change(seen, path, text(seen, path) + added + "\n", added, actor);
	}

	private PackFiles withNaming(String text) {
		Map<String, byte[]> files = new TreeMap<>(this.packs.files(inForce()).all());
		files.put(NAMING, text.getBytes(StandardCharsets.UTF_8));
		return PackFiles.of(files);
	}

	private String text(ReleaseId release, String path) {
		return this.packs.files(release).text(path).orElseThrow();
	}

	private ReleaseId inForce() {
		return this.packs.current(PACK).release();
	}

}
