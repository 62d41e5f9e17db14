package cn.ecopark.release;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

import cn.ecopark.audit.Audit;
import cn.ecopark.audit.AuditEntry;
import cn.ecopark.audit.Subject;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.release.Release.Origin;
import cn.ecopark.release.Release.State;
import cn.ecopark.release.ReleaseRefusals.LastRelease;
import cn.ecopark.release.ReleaseRefusals.NotYourRelease;
import cn.ecopark.release.ReleaseRefusals.ReleaseFaulty;
import cn.ecopark.release.ReleaseRefusals.ReleaseMovedOn;
import cn.ecopark.release.ReleaseRefusals.ReleaseReasonMissing;
import cn.ecopark.release.ReleaseRefusals.SecondPersonNeeded;
import cn.ecopark.rulepack.PackFiles;
import cn.ecopark.rulepack.ReleaseId;
import cn.ecopark.rulepack.RulePacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** One administrator proposes, another releases; what comes with the program waits. */
@SpringBootTest
@TestPropertySource(properties = { "camunda.bpm.job-execution.enabled=false", "ecopark.audit.seal-every=1h",
		"spring.application.name=release-pack" })
class ReleasePackTest {

	/** A limit that no drawing tells the days of. */
	private static final String LATEST_DAY = "  en: Latest publication after drafting\n  days: ";

	private static final String PACK = "2015-167";

	@Autowired
	private ApplicationContext context;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ReleasePack releasePack;

	@Autowired
	private Releases releases;

	@Autowired
	private TakeShippedPacks takeShippedPacks;

	@Autowired
	private RulePacks packs;

	@Autowired
	private Audit audit;

	@Autowired
	private TransactionTemplate transaction;

	@Test
	void aSecondAdministratorReleasesWhatTheFirstProposed() {
		Actor first = new TestReleases(this.context).administrator("甲");
		Actor second = new TestReleases(this.context).administrator("乙");
		ReleaseId before = inForce();
		ReleaseId candidate = candidate(Origin.SHIPPED, null, LATEST_DAY + "30", LATEST_DAY + "17");

		assertThatThrownBy(() -> this.releasePack.release(candidate, second)).isInstanceOf(ReleaseMovedOn.class);
		this.releasePack.propose(candidate, first);
		assertThatThrownBy(() -> this.releasePack.propose(candidate, second)).isInstanceOf(ReleaseMovedOn.class);
		assertThatThrownBy(() -> this.releasePack.release(candidate, first)).isInstanceOf(SecondPersonNeeded.class);
		assertThat(inForce()).isEqualTo(before);

		this.releasePack.release(candidate, second);

		assertThat(inForce()).isEqualTo(candidate);
		Release released = this.releases.get(candidate);
		assertThat(released.state()).isEqualTo(State.RELEASED);
		assertThat(released.basedOn()).isEqualTo(before);
		assertThat(released.proposed()).isNotNull().extracting(Release.Act::person).isEqualTo("甲");
		assertThat(released.released()).isNotNull().extracting(Release.Act::person).isEqualTo("乙");
		assertThatThrownBy(() -> this.releasePack.release(candidate, second)).isInstanceOf(ReleaseMovedOn.class);
		assertThat(this.audit.entries(Subject.ADMINISTRATION, Long.MAX_VALUE, 100)).extracting(AuditEntry::action)
			.contains("release.made", "release.proposed", "release.released");
	}

	@Test
	void whoeverMadeAReleaseDoesNotReleaseIt() {
		Actor maker = new TestReleases(this.context).administrator("甲");
		ReleaseId made = candidate(Origin.ADMINISTRATOR, maker.personId(), LATEST_DAY + "30", LATEST_DAY + "18");
		this.releasePack.propose(made, new TestReleases(this.context).administrator("乙"));

		assertThatThrownBy(() -> this.releasePack.release(made, maker)).isInstanceOf(SecondPersonNeeded.class);
		this.releasePack.release(made, new TestReleases(this.context).administrator("丙"));
		assertThat(inForce()).isEqualTo(made);
	}

	/** Else this node would go by other rules than those next to it. */
	@Test
	void whatWasReadOfAReleaseThatNeverCameAboutIsNotItsSuccessors() {
		ReleaseId gone = this.transaction.execute(status -> {
			ReleaseId made = candidate(Origin.SHIPPED, null, LATEST_DAY + "30", LATEST_DAY + "20");
			assertThat(this.packs.get(made).release()).isEqualTo(made);
			status.setRollbackOnly();
			return made;
		});
		ReleaseId next = candidate(Origin.SHIPPED, null, LATEST_DAY + "30", LATEST_DAY + "21");

		assertThat(next).isEqualTo(gone);
		assertThat(this.packs.files(next).text("limits.yaml"))
			.hasValueSatisfying(limits -> assertThat(limits).contains(LATEST_DAY + "21"));
		assertThat(this.packs.get(next).limits().values()).anyMatch(limit -> limit.days() == 21);
	}

	@Test
	void onlySystemAdministratorsReleasePacks() {
		ReleaseId candidate = candidate(Origin.SHIPPED, null, LATEST_DAY + "30", LATEST_DAY + "19");
		Actor clerk = new Actor(1, "经办", "OFFICE", ShippedKinds.OFFICE, null,
				Set.of(MemberRole.STAFF, MemberRole.SUPERVISOR, MemberRole.SECURITY_ADMIN, MemberRole.AUDITOR));

		assertThatThrownBy(() -> this.releasePack.propose(candidate, clerk)).isInstanceOf(NotYourRelease.class);
		assertThatThrownBy(() -> this.releasePack.release(candidate, clerk)).isInstanceOf(NotYourRelease.class);
		assertThatThrownBy(() -> this.releasePack.withdraw(candidate, "理由", clerk)).isInstanceOf(NotYourRelease.class);
	}

	@Test
	void whatIsFaultyIsADraftAndNotProposed() {
		ReleaseId faulty = new TestReleases(this.context).candidate(PACK,
				changed("bpmn/naming.bpmn", "candidateGroups=\"OFFICE\"", "candidateGroups=\"NOBODY\""), Origin.SHIPPED,
				null);

		assertThat(this.releases.get(faulty).state()).isEqualTo(State.DRAFT);
		assertThatThrownBy(() -> this.releasePack.propose(faulty, new TestReleases(this.context).administrator("甲")))
			.isInstanceOf(ReleaseFaulty.class);
	}

	@Test
	void aReleaseIsWithdrawnForAReasonAsLongAsAnotherIsThere() {
		Actor one = new TestReleases(this.context).administrator("甲");
		ReleaseId before = inForce();
		ReleaseId later = new TestReleases(this.context).release(PACK,
				changed("limits.yaml", LATEST_DAY + "30", LATEST_DAY + "23"));

		assertThatThrownBy(() -> this.releasePack.withdraw(later, "  ", one)).isInstanceOf(ReleaseReasonMissing.class);
		this.releasePack.withdraw(later, " 时限有误 ", one);

		assertThat(inForce()).isEqualTo(before);
		assertThat(this.releases.get(later).withdrawnFor()).isEqualTo("时限有误");
		assertThatThrownBy(() -> this.releasePack.withdraw(later, "再次", one)).isInstanceOf(ReleaseMovedOn.class);
		for (Release other : this.releases.of(PACK)) {
			if (other.state() == State.RELEASED && !other.id().equals(before)) {
				this.releasePack.withdraw(other.id(), "整理", one);
			}
		}
		assertThatThrownBy(() -> this.releasePack.withdraw(before, "理由", one)).isInstanceOf(LastRelease.class);
		assertThat(inForce()).isEqualTo(before);
	}

	/** An administrator's release stays in force; the program's own came before it. */
	@Test
	void aRestartChangesNothing() {
		ReleaseId own = new TestReleases(this.context).release(PACK,
				changed("limits.yaml", LATEST_DAY + "30", LATEST_DAY + "25"));
		int before = this.releases.of(PACK).size();

		this.takeShippedPacks.afterSingletonsInstantiated();

		assertThat(inForce()).isEqualTo(own);
		assertThat(this.releases.of(PACK)).hasSize(before);
	}

	/** As if the program had come with something else the last time. */
	@Test
	void whatIsNewInTheProgramWaitsAsACandidate() {
		ReleaseId before = inForce();
		this.jdbc.sql("ALTER TABLE pack_release DISABLE TRIGGER pack_release_stays").update();
		this.jdbc.sql("UPDATE pack_release SET digest = 'other' WHERE digest = :digest")
			.param("digest", PackFiles.shipped(PACK).digest())
			.update();
		this.jdbc.sql("ALTER TABLE pack_release ENABLE TRIGGER pack_release_stays").update();

		this.takeShippedPacks.afterSingletonsInstantiated();

		Release candidate = this.releases.of(PACK).get(0);
		assertThat(candidate.state()).isEqualTo(State.CHECKED);
		assertThat(candidate.origin()).isEqualTo(Origin.SHIPPED);
		assertThat(candidate.basedOn()).isEqualTo(before);
		assertThat(inForce()).isEqualTo(before);
		this.takeShippedPacks.afterSingletonsInstantiated();
		assertThat(this.releases.of(PACK).get(0)).isEqualTo(candidate);
	}

	@Test
	void whatAReleaseConsistsOfDoesNotChange() {
		for (String change : new String[] { "UPDATE pack_resource SET sha256 = sha256", "DELETE FROM pack_resource",
				"UPDATE pack_content SET content = ''", "DELETE FROM pack_content", "DELETE FROM pack_release",
				"UPDATE pack_release SET digest = 'x'" }) {
			assertThatThrownBy(() -> this.jdbc.sql(change).update()).as(change).hasMessageContaining("does not change");
		}
	}

	private ReleaseId inForce() {
		return this.packs.current(PACK).release();
	}

	private ReleaseId candidate(Origin origin, Long by, String from, String to) {
		return new TestReleases(this.context).candidate(PACK, changed("limits.yaml", from, to), origin, by);
	}

	private static PackFiles changed(String path, String from, String to) {
		PackFiles shipped = PackFiles.shipped(PACK);
		Map<String, byte[]> files = new TreeMap<>(shipped.all());
		String text = shipped.text(path).orElseThrow();
		assertThat(text).contains(from);
		files.put(path, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
		return PackFiles.of(files);
	}

}
