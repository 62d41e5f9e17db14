package cn.ecopark.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import cn.ecopark.batch.Ballots;
import cn.ecopark.batch.Batch;
import cn.ecopark.casefile.EcoCase;
import cn.ecopark.casefile.Opinion;
import cn.ecopark.casefile.Opinions;
import cn.ecopark.casefile.Reason;
import cn.ecopark.casefile.SignedInUnit;
import cn.ecopark.casefile.SuspendCase;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.AccountGaps;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.shared.Refusal;
import cn.ecopark.worklist.ClaimTask;
import cn.ecopark.worklist.PageToken;
import cn.ecopark.worklist.Proposal;
import cn.ecopark.worklist.ProposalFall;
import cn.ecopark.worklist.ReadProposal;
import cn.ecopark.worklist.TaskRefusals;
import cn.ecopark.worklist.WorkItem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

/** 拟办、签发: what becomes of a ballot that two people of a ministry have to sign. */
class ProposalLifeTest extends DecisionScene {

	@Autowired
	Opinions opinions;

	@Autowired
	Ballots ballots;

	@Autowired
	ReadProposal reading;

	@Autowired
	SuspendCase suspendCase;

	@Autowired
	ClaimTask claimTask;

	@Autowired
	SignedInUnit hands;

	@Autowired
	AccountGaps gaps;

	private EcoCase ecoCase;

	private Batch batch;

	private WorkItem ballot;

	private Actor clerk;

	private Actor leader;

	@BeforeEach
	void aBallotWaits() {
		this.jdbc.sql(
				"UPDATE person SET active = FALSE WHERE id IN (SELECT person_id FROM membership WHERE unit_id = 'MEE')")
			.update();
		this.ecoCase = waiting("construction-approval");
		this.batch = composed("construction-approval", this.ecoCase);
		drafts(this.batch);
		this.ballot = task(this.batch.id(), "Task_Countersign", "MEE");
		this.clerk = person("经办", "MEE", ShippedKinds.MINISTRY);
		this.leader = person("司长", "MEE", ShippedKinds.MINISTRY, MemberRole.SUPERVISOR);
	}

	@Test
	void decidesNothingBeforeItIsSigned() {
		propose();

		assertThat(this.items.find(this.ballot.id()).orElseThrow().isOpen()).isTrue();
		assertThat(this.opinions.of(this.batch.id())).noneMatch(this::isOfTheBallot);
		assertThat(this.ballots.of(this.batch.id())).isEmpty();
		assertThat(newest().isWaiting()).isTrue();
		assertThat(newest().fields()).containsEntry("choice." + this.ecoCase.id(), List.of("AGREE"));
	}

	@Test
	void decidesAsOfWhoeverSignsAndNamesBoth() {
		propose();

		signs(this.leader, this.ballot);

		assertThat(this.items.find(this.ballot.id()).orElseThrow().doneBy()).isEqualTo(this.leader.personId());
		assertThat(this.ballots.of(this.batch.id())).singleElement()
			.satisfies(vote -> assertThat(vote.personId()).isEqualTo(this.leader.personId()));
		List<Opinion> given = this.opinions.of(this.batch.id()).stream().filter(this::isOfTheBallot).toList();
		assertThat(given).singleElement()
			.satisfies(opinion -> assertThat(opinion.author().personId()).isEqualTo(this.leader.personId()));
		assertThat(this.hands.of(given).get(this.ballot.id()))
			.extracting(SignedInUnit.Hand::part, SignedInUnit.Hand::name)
			.containsExactly(tuple(SignedInUnit.Part.PROPOSED, "经办"), tuple(SignedInUnit.Part.SIGNED, "司长"));
	}

	@Test
	void isNotDecidedByOnePersonOnAnyWay() {
		assertThatThrownBy(
				() -> this.completeTask.complete(this.ballot, page(), ballot(this.ecoCase, "AGREE"), this.leader))
			.isInstanceOf(TaskRefusals.SignaturesNeeded.class);
		assertThat(this.ballots.of(this.batch.id())).isEmpty();
	}

	@Test
	void isNotSignedByWhoeverProposedNorByAnotherUnitNorByNoLeader() {
		propose();
		Actor second = person("另一经办", "MEE", ShippedKinds.MINISTRY);
		Actor elsewhere = person("司长", "MOST", ShippedKinds.MINISTRY, MemberRole.SUPERVISOR);

		refused("sign-off-same-person", () -> signs(this.clerk, this.ballot));
		refused("sign-off-no-leader", () -> signs(second, this.ballot));
		refused("sign-off-other-unit", () -> signs(elsewhere, this.ballot));

		assertThat(newest().isWaiting()).isTrue();
		assertThat(this.ballots.of(this.batch.id())).isEmpty();
	}

	@Test
	void isNotSignedByWhoeverHasLeft() {
		propose();
		close(this.leader);

		refused("sign-off-other-unit", () -> signs(this.leader, this.ballot));

		assertThat(this.gaps.unitsWithTooFewToSign()).contains("MEE");
		person("新司长", "MEE", ShippedKinds.MINISTRY, MemberRole.SUPERVISOR);
		assertThat(this.gaps.unitsWithTooFewToSign()).doesNotContain("MEE");
	}

	@Test
	void isProposedByALeaderOnlyBesideAnother() {
		refused("sign-off-nobody-left", () -> proposes(this.leader, this.ballot, ballot(this.ecoCase, "AGREE")));

		Actor other = person("副司长", "MEE", ShippedKinds.MINISTRY, MemberRole.SUPERVISOR);
		proposes(this.leader, this.ballot, ballot(this.ecoCase, "AGREE"));
		signs(other, this.ballot);

		assertThat(this.ballots.of(this.batch.id())).hasSize(1);
	}

	@Test
	void refusesToProposeWhatCouldNotBeDecided() {
		assertThatThrownBy(() -> proposes(this.clerk, this.ballot, ballot(this.ecoCase, "PERHAPS")))
			.isInstanceOf(TaskRefusals.InvalidSubmission.class);
		assertThat(this.proposals.newest(this.ballot.id())).isEmpty();
	}

	@Test
	void comesBackWithItsWordsAndIsProposedAnew() {
		propose();

		this.signProposal.sendBack(this.ballot.id(), newest().id(), new Reason("理由不足（虚构）"), this.leader);

		ReadProposal.Standing standing = this.reading.of(this.ballot, this.clerk);
		assertThat(standing).isNotNull();
		assertThat(standing.isWaiting()).isFalse();
		assertThat(standing.proposal().end()).satisfies(end -> {
			assertThat(end).isNotNull();
			assertThat(end.what()).isEqualTo(Proposal.What.SENT_BACK);
			assertThat(end.reason()).isEqualTo("理由不足（虚构）");
		});
		assertThat(standing.proposal().fields()).containsEntry("opinion", List.of("意见（虚构）"));
		propose();
		signs(this.leader, this.ballot);
		assertThat(this.ballots.of(this.batch.id())).hasSize(1);
	}

	@Test
	void isWithdrawnByItsProposerOnly() {
		propose();

		assertThatThrownBy(() -> this.signProposal.withdraw(this.ballot.id(), newest().id(), this.leader))
			.isInstanceOf(TaskRefusals.NotYourProposal.class);
		this.signProposal.withdraw(this.ballot.id(), newest().id(), this.clerk);

		assertThatThrownBy(() -> signs(this.leader, this.ballot)).isInstanceOf(TaskRefusals.ProposalGone.class);
	}

	@Test
	void waitsAloneAndBelongsToTheUnitAgain() {
		this.claimTask.claim(this.ballot.id(), this.clerk);
		propose();
		Actor second = person("另一经办", "MEE", ShippedKinds.MINISTRY);

		assertThatThrownBy(() -> proposes(second, this.ballot, ballot(this.ecoCase, "AGREE")))
			.isInstanceOf(TaskRefusals.AlreadyProposed.class);
		refused("sign-off-same-person", () -> this.claimTask.claim(this.ballot.id(), this.clerk));
		signs(this.leader, this.ballot);

		assertThat(this.ballots.of(this.batch.id())).hasSize(1);
	}

	@Test
	void fallsWithTheTextItWasAbout() {
		propose();
		this.jdbc.sql("UPDATE batch_item SET round = round + 1 WHERE batch_id = :batch")
			.param("batch", this.batch.id())
			.update();

		assertThatThrownBy(() -> signs(this.leader, this.ballot)).isInstanceOfSatisfying(
				TaskRefusals.ProposalFallen.class,
				fallen -> assertThat(fallen.why()).isEqualTo(ProposalFall.OTHER_TEXT));

		assertThat(newest().end()).satisfies(end -> {
			assertThat(end).isNotNull();
			assertThat(end.what()).isEqualTo(Proposal.What.FELL);
		});
	}

	@Test
	void fallsWithTheStepAndWhileTheCaseStandsStill() {
		propose();
		this.suspendCase.suspend(this.ecoCase.id(), "CRIMINAL_CASE", new Reason("涉刑（虚构）"), "", this.office);
		assertThat(this.reading.of(this.ballot, this.clerk)).satisfies(standing -> {
			assertThat(standing).isNotNull();
			assertThat(standing.fallen()).isEqualTo(ProposalFall.SUSPENDED);
		});

		this.suspendCase.takeUp(this.ecoCase.id(), new Reason("已结案（虚构）"), this.office);
		propose();
		this.clock.to(this.time.now().plus(Duration.ofDays(40)));

		assertThat(this.items.find(this.ballot.id()).orElseThrow().isOpen()).isFalse();
		assertThat(newest().end()).satisfies(end -> {
			assertThat(end).isNotNull();
			assertThat(end.reason()).isEqualTo(ProposalFall.EXPIRED.name());
		});
	}

	/** 拟办、审核、签发: no shipped step asks for three; a pack may. */
	@Test
	void isDecidedByTheThirdWhereThreeSign() {
		threeSign();
		Actor reviewer = person("处长", "MEE", ShippedKinds.MINISTRY);
		propose();

		refused("sign-off-nobody-left", () -> signs(this.leader, this.ballot));
		refused("sign-off-same-person", () -> reviews(this.clerk));
		refused("sign-off-nobody-left", () -> reviews(this.leader));
		reviews(reviewer);
		assertThat(this.items.find(this.ballot.id()).orElseThrow().isOpen()).isTrue();
		assertThat(this.ballots.of(this.batch.id())).isEmpty();

		refused("sign-off-same-person", () -> signs(reviewer, this.ballot));
		refused("sign-off-same-person", () -> signs(this.clerk, this.ballot));
		refused("sign-off-no-leader", () -> reviews(person("副处长", "MEE", ShippedKinds.MINISTRY)));
		signs(this.leader, this.ballot);

		assertThat(this.ballots.of(this.batch.id())).singleElement()
			.satisfies(vote -> assertThat(vote.personId()).isEqualTo(this.leader.personId()));
		List<Opinion> given = this.opinions.of(this.batch.id()).stream().filter(this::isOfTheBallot).toList();
		assertThat(this.hands.of(given).get(this.ballot.id()))
			.extracting(SignedInUnit.Hand::part, SignedInUnit.Hand::name)
			.containsExactly(tuple(SignedInUnit.Part.PROPOSED, "经办"), tuple(SignedInUnit.Part.REVIEWED, "处长"),
					tuple(SignedInUnit.Part.SIGNED, "司长"));
	}

	/** What was reviewed before it came back is reviewed again. */
	@Test
	void comesBackFromTheSecondOfThree() {
		threeSign();
		Actor reviewer = person("处长", "MEE", ShippedKinds.MINISTRY);
		propose();
		this.signProposal.sendBack(this.ballot.id(), newest().id(), new Reason("理由不足（虚构）"), reviewer);
		assertThatThrownBy(() -> signs(this.leader, this.ballot)).isInstanceOf(TaskRefusals.ProposalGone.class);

		propose();
		reviews(reviewer);
		this.signProposal.sendBack(this.ballot.id(), newest().id(), new Reason("再议（虚构）"), this.leader);
		propose();
		refused("sign-off-nobody-left", () -> signs(this.leader, this.ballot));
		assertThat(this.ballots.of(this.batch.id())).isEmpty();

		reviews(reviewer);
		signs(this.leader, this.ballot);
		assertThat(this.ballots.of(this.batch.id())).hasSize(1);
	}

	@Test
	void isNotProposedWhereTwoWouldHaveToDoForThree() {
		threeSign();

		refused("sign-off-nobody-left", this::propose);

		assertThat(this.proposals.newest(this.ballot.id())).isEmpty();
		assertThat(this.gaps.unitsWithTooFewToSign()).contains("MEE");
		sign(2);
	}

	private void threeSign() {
		sign(3);
		this.ballot = this.items.find(this.ballot.id()).orElseThrow();
		assertThat(this.ballot.description().signatures()).isEqualTo(3);
	}

	private void sign(int persons) {
		this.jdbc
			.sql("""
					UPDATE work_item SET description = jsonb_set(description, '{signatures}', to_jsonb(CAST(:persons AS int)))
					 WHERE id = :id
					""")
			.param("persons", persons)
			.param("id", this.ballot.id())
			.update();
	}

	private void reviews(Actor actor) {
		this.signProposal.review(this.ballot.id(), newest().id(), actor);
	}

	@Test
	void isEndedByOneOfTwoWhoComeAtOnce() throws InterruptedException, ExecutionException {
		propose();
		Actor other = person("副司长", "MEE", ShippedKinds.MINISTRY, MemberRole.SUPERVISOR);
		long proposal = newest().id();
		ExecutorService two = Executors.newFixedThreadPool(2);

		List<Object> results = new ArrayList<>();
		try {
			List<Callable<Object>> both = List.of(
					() -> outcome(() -> this.signProposal.sign(this.ballot.id(), proposal, page(), this.leader)),
					() -> outcome(
							() -> this.signProposal.sendBack(this.ballot.id(), proposal, new Reason("再议"), other)));
			for (Future<Object> result : two.invokeAll(both)) {
				results.add(result.get());
			}
		}
		finally {
			two.shutdown();
		}

		assertThat(results).filteredOn("done"::equals).hasSize(1);
		assertThat(results).filteredOn(result -> result instanceof TaskRefusals.ProposalGone).hasSize(1);
		assertThat(newest().acts()).hasSize(1);
	}

	private static Object outcome(Runnable step) {
		try {
			step.run();
			return "done";
		}
		catch (Refusal refusal) {
			return refusal;
		}
	}

	private void propose() {
		proposes(this.clerk, this.ballot, ballot(this.ecoCase, "AGREE"));
	}

	private Proposal newest() {
		return this.proposals.newest(this.ballot.id()).orElseThrow();
	}

	private boolean isOfTheBallot(Opinion opinion) {
		return opinion.workItemId() == this.ballot.id();
	}

	private void close(Actor actor) {
		this.jdbc.sql("UPDATE person SET active = FALSE WHERE id = :id").param("id", actor.personId()).update();
	}

	private static PageToken page() {
		return PageToken.of(UUID.randomUUID().toString(), Map.of());
	}

	private static void refused(String rule, Runnable step) {
		assertThatThrownBy(step::run).isInstanceOfSatisfying(LegalRefusal.class,
				refusal -> assertThat(refusal.rule()).isEqualTo(rule));
	}

}
