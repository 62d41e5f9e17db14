package cn.ecopark.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import cn.ecopark.audit.AuditCheck;
import cn.ecopark.audit.AuditReport;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.race.RaceStage.Applied;
import cn.ecopark.race.RacingRequests.Answer;
import cn.ecopark.race.RacingRequests.Finish;
import cn.ecopark.race.RacingRequests.Request;
import cn.ecopark.worklist.WorkItem;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every pair of commands that meet on one case, sent at the same instant: who loses is
 * told why, and afterwards case, batch, flow, work list and record agree. A few races of
 * each pair, or as many as {@code -Draces} says; what came out is printed.
 */
@SpringBootTest
@AutoConfigureMockMvc
@Import({ RaceStage.class, RaceRecord.class, RacingRequests.class })
@TestPropertySource(properties = { "ecopark.case-time.movable=true", "camunda.bpm.job-execution.enabled=false",
		"ecopark.signing.without-seal=true", "ecopark.signing.without-signature=true" })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RacesOnOneCaseTest {

	private static final int RACES = Integer.getInteger("races", 1);

	/** By how much one may start before the other: about as long as a command takes. */
	private static final int WIDEST_NANOS = 40_000_000;

	private static final String RETRIES = "cn.ecopark.shared.RetryOnConflict";

	private final Random random = new Random(20260106);

	private final ListAppender<ILoggingEvent> repeated = new ListAppender<>();

	@Autowired
	private RaceStage stage;

	@Autowired
	private RaceRecord record;

	@Autowired
	private RacingRequests requests;

	@Autowired
	private AuditCheck audit;

	@Autowired
	private JdbcClient jdbc;

	private Actor office;

	private Actor colleague;

	private Map<String, Actor> bodies;

	private Map<String, Actor> leaders;

	/** What may come out of a pair. */
	enum Winner {

		/** They exclude each other. */
		EXACTLY_ONE,
		/** Neither is in the way of the other. */
		BOTH,
		/** The first is always carried out, the second where it came in time. */
		FIRST,
		/** The second is always carried out, the first where it came in time. */
		SECOND,
		/** The first comes too late in any case. */
		SECOND_ONLY;

		boolean allows(boolean first, boolean second) {
			return switch (this) {
				case EXACTLY_ONE -> first != second;
				case BOTH -> first && second;
				case FIRST -> first;
				case SECOND -> second;
				case SECOND_ONLY -> second && !first;
			};
		}

	}

	/** The pairs; each enum constant names both commands. */
	enum Pair {

		/** The application is not admitted, which ends the case. */
		COMPLETE_AND_COMPLETE(Winner.EXACTLY_ONE), COMPLETE_AND_WITHDRAW(Winner.EXACTLY_ONE),
		COMPLETE_AND_CLOSE(Winner.EXACTLY_ONE), COMPLETE_AND_CLAIM(Winner.EXACTLY_ONE),
		COMPLETE_AND_BALLOT(Winner.BOTH),
		/** An objection is dismissed, which stood against composing. */
		COMPLETE_AND_COMPOSE(Winner.FIRST),
		/** The text is sent back, or issued. */
		COMPLETE_AND_ISSUE(Winner.EXACTLY_ONE),
		/** The text is sent back, or a park struck out. */
		COMPLETE_AND_STRIKE_OUT(Winner.EXACTLY_ONE),
		/** Two of the park; the same withdrawal twice is one. */
		WITHDRAW_AND_WITHDRAW(Winner.BOTH), WITHDRAW_AND_CLOSE(Winner.EXACTLY_ONE), WITHDRAW_AND_CLAIM(Winner.FIRST),
		WITHDRAW_AND_BALLOT(Winner.FIRST), WITHDRAW_AND_COMPOSE(Winner.FIRST), WITHDRAW_AND_ISSUE(Winner.EXACTLY_ONE),
		WITHDRAW_AND_STRIKE_OUT(Winner.FIRST), CLOSE_AND_CLOSE(Winner.BOTH), CLOSE_AND_CLAIM(Winner.FIRST),
		CLOSE_AND_BALLOT(Winner.FIRST), CLOSE_AND_COMPOSE(Winner.FIRST), CLOSE_AND_ISSUE(Winner.EXACTLY_ONE),
		CLOSE_AND_STRIKE_OUT(Winner.FIRST), CLAIM_AND_CLAIM(Winner.EXACTLY_ONE), CLAIM_AND_BALLOT(Winner.EXACTLY_ONE),
		CLAIM_AND_COMPOSE(Winner.SECOND), CLAIM_AND_ISSUE(Winner.EXACTLY_ONE), CLAIM_AND_STRIKE_OUT(Winner.EXACTLY_ONE),
		/** Two bodies vote last. */
		BALLOT_AND_BALLOT(Winner.BOTH),
		/** Two people of one body. */
		BALLOT_AND_SAME_BALLOT(Winner.EXACTLY_ONE),
		/**
		 * A vote on the parks that are left while the one that is not is composed anew.
		 */
		BALLOT_AND_COMPOSE(Winner.BOTH),
		/** A second vote from an old page. */
		BALLOT_AND_ISSUE(Winner.SECOND_ONLY),
		/** What was proposed falls once it is about other parks. */
		BALLOT_AND_STRIKE_OUT(Winner.SECOND), COMPOSE_AND_COMPOSE(Winner.EXACTLY_ONE),
		/** The batch a park has left is issued while the park is composed anew. */
		COMPOSE_AND_ISSUE(Winner.BOTH),
		/** An objection against the park is upheld, which hinders composing. */
		COMPOSE_AND_STRIKE_OUT(Winner.SECOND_ONLY), ISSUE_AND_ISSUE(Winner.EXACTLY_ONE),
		/** As long as the objection is open, nothing is issued. */
		ISSUE_AND_STRIKE_OUT(Winner.SECOND),
		/** By coordination, and because an objection is upheld. */
		STRIKE_OUT_AND_STRIKE_OUT(Winner.BOTH);

		private final Winner winner;

		Pair(Winner winner) {
			this.winner = winner;
		}

	}

	/** Two requests, and the cases they are about. */
	private record Meeting(List<String> cases, Request first, Request second) {
	}

	/** How the races of a pair came out. */
	private static final class Tally {

		private int first;

		private int second;

		private int both;

		private int refused409;

		private int refused422;

		private int repeated;

		private int jobConflicts;

		private long nanos;

		void count(Finish finish, int repeats, long took) {
			boolean one = finish.first().isDone();
			boolean other = finish.second().isDone();
			this.both += one && other ? 1 : 0;
			this.first += one && !other ? 1 : 0;
			this.second += other && !one ? 1 : 0;
			for (Answer answer : List.of(finish.first(), finish.second())) {
				this.refused409 += answer.status() == 409 ? 1 : 0;
				this.refused422 += answer.status() == 422 ? 1 : 0;
			}
			this.repeated += repeats;
			this.jobConflicts += finish.jobConflicts();
			this.nanos += took;
		}

		String line(Pair pair) {
			return "%-26s %5d %6d %6d %6d %6d %6d %6d %6d %7.1f".formatted(pair, this.first + this.second + this.both,
					this.first, this.second, this.both, this.refused409, this.refused422, this.repeated,
					this.jobConflicts, this.nanos / 1e9);
		}

	}

	@BeforeAll
	void setTheStage() {
		this.stage.open();
		this.office = this.stage.somebody("OFFICE", ShippedKinds.OFFICE);
		this.colleague = this.stage.somebody("OFFICE", ShippedKinds.OFFICE);
		this.bodies = RaceStage.BODIES.stream()
			.collect(Collectors.toMap(body -> body, body -> this.stage.somebody(body, ShippedKinds.MINISTRY)));
		this.leaders = RaceStage.BODIES.stream()
			.collect(Collectors.toMap(body -> body, body -> this.stage.leader(body, ShippedKinds.MINISTRY)));
		this.repeated.start();
		((Logger) LoggerFactory.getLogger(RETRIES)).addAppender(this.repeated);
		System.out.printf("%-26s %5s %6s %6s %6s %6s %6s %6s %6s %7s%n", "pair", "races", "first", "second", "both",
				"409", "422", "again", "jobs", "s");
	}

	@AfterAll
	void tellTheCount() {
		((Logger) LoggerFactory.getLogger(RETRIES)).detachAppender(this.repeated);
		System.out.println("deadlocks the database has broken: "
				+ this.jdbc.sql("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
					.query(Long.class)
					.single());
	}

	@ParameterizedTest
	@EnumSource
	void hasOneOutcomeThatAllRecordsAgreeOn(Pair pair) throws Exception {
		Tally tally = new Tally();
		for (int race = 0; race < RACES; race++) {
			long begun = System.nanoTime();
			Meeting meeting = meeting(pair);
			this.repeated.list.clear();

			Finish finish = this.requests.race(meeting.first(), meeting.second(), headStart());

			tally.count(finish, this.repeated.list.size(), System.nanoTime() - begun);
			assertThat(List.of(finish.first(), finish.second())).as("%s, race %d", pair, race)
				.allMatch(answer -> answer.isDone() || answer.isRefusal());
			assertThat(pair.winner.allows(finish.first().isDone(), finish.second().isDone()))
				.as("%s, race %d: %s", pair, race, finish)
				.isTrue();
			assertThat(this.repeated.list).as("%s, race %d: locks out of order", pair, race)
				.extracting(ILoggingEvent::getFormattedMessage)
				.noneMatch(conflict -> conflict.contains("deadlock"));
			assertThat(this.requests.failedJobs()).as("%s, race %d: %s", pair, race, finish).isEmpty();
			assertThat(this.record.contradictions(meeting.cases())).as("%s, race %d: %s", pair, race, finish).isEmpty();
		}
		System.out.println(tally.line(pair));
	}

	/** What nobody would do at the same point is still a pair. */
	@Test
	void knowsEveryPairOfTheEightCommands() {
		List<String> commands = List.of("COMPLETE", "WITHDRAW", "CLOSE", "CLAIM", "BALLOT", "COMPOSE", "ISSUE",
				"STRIKE_OUT");
		List<String> pairs = new ArrayList<>();
		for (int first = 0; first < commands.size(); first++) {
			for (int second = first; second < commands.size(); second++) {
				pairs.add(commands.get(first) + "_AND_" + commands.get(second));
			}
		}

		assertThat(pairs).hasSize(36).isSubsetOf(List.of(Pair.values()).stream().map(Pair::name).toList());
	}

	@AfterAll
	void leavesTheAuditIntact() {
		AuditReport report = this.audit.verify();
		assertThat(report.faults()).isEmpty();
		assertThat(report.differences()).isEmpty();
	}

	/** Half of them start together; of the others each is first as often. */
	private long headStart() {
		return this.random.nextBoolean() ? 0 : this.random.nextInt(2 * WIDEST_NANOS) - WIDEST_NANOS;
	}

	private Meeting meeting(Pair pair) throws Exception {
		return switch (pair) {
			case COMPLETE_AND_COMPLETE, COMPLETE_AND_WITHDRAW, COMPLETE_AND_CLOSE, COMPLETE_AND_CLAIM,
					WITHDRAW_AND_CLAIM, CLOSE_AND_CLAIM, CLAIM_AND_CLAIM ->
				atCheck(pair);
			case COMPLETE_AND_COMPOSE, COMPOSE_AND_STRIKE_OUT -> objectedWhileWaiting(pair);
			case WITHDRAW_AND_COMPOSE, CLOSE_AND_COMPOSE, CLAIM_AND_COMPOSE, COMPOSE_AND_COMPOSE -> atComposing(pair);
			case COMPLETE_AND_BALLOT, WITHDRAW_AND_WITHDRAW, WITHDRAW_AND_CLOSE, WITHDRAW_AND_BALLOT, CLOSE_AND_CLOSE,
					CLOSE_AND_BALLOT, CLAIM_AND_BALLOT, BALLOT_AND_BALLOT, BALLOT_AND_SAME_BALLOT ->
				atBallots(pair);
			case COMPLETE_AND_ISSUE, WITHDRAW_AND_ISSUE, CLOSE_AND_ISSUE, CLAIM_AND_ISSUE, BALLOT_AND_ISSUE,
					ISSUE_AND_ISSUE ->
				atIssue(pair);
			case COMPLETE_AND_STRIKE_OUT, WITHDRAW_AND_STRIKE_OUT, CLOSE_AND_STRIKE_OUT, CLAIM_AND_STRIKE_OUT ->
				atCoordination(pair);
			case BALLOT_AND_COMPOSE, BALLOT_AND_STRIKE_OUT, COMPOSE_AND_ISSUE, ISSUE_AND_STRIKE_OUT,
					STRIKE_OUT_AND_STRIKE_OUT ->
				ofTwoParks(pair);
		};
	}

	private Meeting atCheck(Pair pair) {
		Applied applied = this.stage.atCheck();
		WorkItem check = this.stage.task(applied.id());
		Request complete = refuses(this.office, check);
		Request claim = claims(this.colleague, check);
		return switch (pair) {
			case COMPLETE_AND_COMPLETE -> about(applied, complete, refuses(this.colleague, check));
			case COMPLETE_AND_WITHDRAW -> about(applied, complete, withdraws(applied.staff(), applied));
			case COMPLETE_AND_CLOSE -> about(applied, complete, closes(this.colleague, applied));
			case COMPLETE_AND_CLAIM -> about(applied, complete, claim);
			case WITHDRAW_AND_CLAIM -> about(applied, withdraws(applied.staff(), applied), claim);
			case CLOSE_AND_CLAIM -> about(applied, closes(this.office, applied), claim);
			default -> about(applied, claims(this.office, check), claim);
		};
	}

	private Meeting objectedWhileWaiting(Pair pair) {
		Applied applied = this.stage.atComposing();
		WorkItem answer = this.stage.task(this.stage.objection(applied, "Task_AnswerObjection"));
		Request compose = composes(this.colleague, applied);
		return pair == Pair.COMPLETE_AND_COMPOSE ? about(applied, answers(this.office, answer, "DISMISS"), compose)
				: about(applied, compose, answers(this.office, answer, "UPHOLD"));
	}

	private Meeting atComposing(Pair pair) {
		Applied applied = this.stage.atComposing();
		Request compose = composes(this.office, applied);
		return switch (pair) {
			case WITHDRAW_AND_COMPOSE -> about(applied, withdraws(applied.staff(), applied), compose);
			case CLOSE_AND_COMPOSE -> about(applied, closes(this.colleague, applied), compose);
			case CLAIM_AND_COMPOSE -> about(applied, claims(this.colleague, this.stage.task(applied.id())), compose);
			default -> about(applied, composes(this.colleague, applied), compose);
		};
	}

	private Meeting atBallots(Pair pair) throws Exception {
		Applied applied = this.stage.atComposing();
		String batch = drafted(applied);
		List<String> cases = List.of(applied.id());
		votes(batch, "MEE", cases);
		if (pair != Pair.BALLOT_AND_BALLOT) {
			votes(batch, "MOFCOM", cases);
		}
		Request ballot = ballot(batch, "MOST", cases);
		return switch (pair) {
			case COMPLETE_AND_BALLOT -> about(applied,
					assigns(this.office, this.stage.task(this.stage.objection(applied, "Task_AssignObjection"))),
					ballot);
			case WITHDRAW_AND_WITHDRAW ->
				about(applied, withdraws(applied.staff(), applied), withdraws(applied.colleague(), applied));
			case WITHDRAW_AND_CLOSE ->
				about(applied, withdraws(applied.staff(), applied), closes(this.office, applied));
			case WITHDRAW_AND_BALLOT -> about(applied, withdraws(applied.staff(), applied), ballot);
			case CLOSE_AND_CLOSE -> about(applied, closes(this.office, applied), closes(this.colleague, applied));
			case CLOSE_AND_BALLOT -> about(applied, closes(this.office, applied), ballot);
			case CLAIM_AND_BALLOT -> about(applied,
					claims(this.stage.somebody("MOST", ShippedKinds.MINISTRY), this.stage.task(batch, "MOST")), ballot);
			case BALLOT_AND_SAME_BALLOT ->
				about(applied, ballot, signs(this.stage.leader("MOST", ShippedKinds.MINISTRY), batch, "MOST"));
			default -> about(applied, ballot(batch, "MOFCOM", cases), ballot);
		};
	}

	private Meeting atIssue(Pair pair) throws Exception {
		Applied applied = this.stage.atComposing();
		String batch = drafted(applied);
		List<String> cases = List.of(applied.id());
		votes(batch, "MEE", cases);
		votes(batch, "MOFCOM", cases);
		Request last = ballot(batch, "MOST", cases);
		this.requests.done(last);
		WorkItem task = this.stage.task(batch);
		Request issue = issues(this.office, task);
		return switch (pair) {
			case COMPLETE_AND_ISSUE -> about(applied, sendsBack(this.colleague, task), issue);
			case WITHDRAW_AND_ISSUE -> about(applied, withdraws(applied.staff(), applied), issue);
			case CLOSE_AND_ISSUE -> about(applied, closes(this.colleague, applied), issue);
			case CLAIM_AND_ISSUE -> about(applied, claims(this.colleague, task), issue);
			case BALLOT_AND_ISSUE -> about(applied,
					new Request(this.stage.leader("MOST", ShippedKinds.MINISTRY), last.path(), last.fields()), issue);
			default -> about(applied, issues(this.colleague, task), issue);
		};
	}

	private Meeting atCoordination(Pair pair) throws Exception {
		Applied applied = this.stage.atComposing();
		this.requests.done(composes(this.office, applied));
		String batch = this.stage.batchOf(applied);
		this.stage.coordinates(batch);
		WorkItem task = this.stage.task(batch);
		Request strikeOut = coordinates(this.office, task, Map.of(applied.id(), "STRIKE_OUT"));
		return switch (pair) {
			case COMPLETE_AND_STRIKE_OUT -> about(applied, sendsBack(this.colleague, task), strikeOut);
			case WITHDRAW_AND_STRIKE_OUT -> about(applied, withdraws(applied.staff(), applied), strikeOut);
			case CLOSE_AND_STRIKE_OUT -> about(applied, closes(this.colleague, applied), strikeOut);
			default -> about(applied, claims(this.colleague, task), strikeOut);
		};
	}

	/** The park the race is about is one of two in its batch. */
	private Meeting ofTwoParks(Pair pair) throws Exception {
		Applied applied = this.stage.atComposing();
		Applied other = this.stage.atComposing();
		List<String> cases = List.of(applied.id(), other.id());
		if (pair == Pair.STRIKE_OUT_AND_STRIKE_OUT) {
			this.requests.done(composes(this.office, applied, other));
			String batch = this.stage.batchOf(applied);
			this.stage.coordinates(batch);
			return new Meeting(cases,
					coordinates(this.office, this.stage.task(batch),
							Map.of(applied.id(), "STRIKE_OUT", other.id(), "ASK_AGAIN")),
					upholds(this.colleague, applied));
		}
		String batch = drafted(applied, other);
		votes(batch, "MEE", cases);
		votes(batch, "MOFCOM", cases);
		Request ballot = ballot(batch, "MOST", cases);
		if (pair == Pair.BALLOT_AND_STRIKE_OUT) {
			return new Meeting(cases, ballot, upholds(this.office, applied));
		}
		if (pair == Pair.ISSUE_AND_STRIKE_OUT) {
			this.requests.done(ballot);
			return new Meeting(cases, issues(this.office, this.stage.task(batch)), upholds(this.colleague, applied));
		}
		this.requests.done(upholds(this.office, applied));
		this.requests.done(complete(this.office, this.stage.task(applied.id()), "LATER_BATCH"));
		Request again = ballot(batch, "MOST", List.of(other.id()));
		Request compose = composes(this.colleague, applied);
		if (pair == Pair.BALLOT_AND_COMPOSE) {
			return new Meeting(cases, again, compose);
		}
		this.requests.done(again);
		return new Meeting(cases, compose, issues(this.office, this.stage.task(batch)));
	}

	private static Meeting about(Applied applied, Request first, Request second) {
		return new Meeting(List.of(applied.id()), first, second);
	}

	/** Composed, and with a text to vote on. */
	private String drafted(Applied... parks) throws Exception {
		this.requests.done(composes(this.office, parks));
		String batch = this.stage.batchOf(parks[0]);
		this.requests.done(complete(this.office, this.stage.task(batch), "DRAFTED", "f.title", "关于批准建设的通知",
				"f.requirements", "（一）按规划和标准实施。", "f.standard_COMPREHENSIVE", "HJ 274-2015"));
		return batch;
	}

	private void votes(String batch, String unitId, List<String> cases) throws Exception {
		this.requests.done(ballot(batch, unitId, cases));
	}

	/**
	 * @return the signature by which what the body has proposed becomes its ballot
	 */
	private Request ballot(String batch, String unitId, List<String> cases) throws Exception {
		this.requests.done(vote(body(unitId), this.stage.task(batch, unitId), cases));
		return signs(this.leaders.get(unitId), batch, unitId);
	}

	private Request signs(Actor leader, String batch, String unitId) {
		long task = this.stage.task(batch, unitId).id();
		long proposal = this.jdbc.sql("SELECT max(id) FROM decision_proposal WHERE work_item_id = :item")
			.param("item", task)
			.query(Long.class)
			.single();
		return Request.of(leader, "/tasks/" + task + "/proposal/" + proposal + "/sign", "submission",
				UUID.randomUUID().toString(), "once", UUID.randomUUID().toString());
	}

	private Actor body(String unitId) {
		return this.bodies.getOrDefault(unitId, this.office);
	}

	private static Request refuses(Actor actor, WorkItem task) {
		return complete(actor, task, "NOT_ADMIT", "f.documentsComplete", "no", "f.opinionsComplete", "yes",
				"f.planFollowsGuide", "yes");
	}

	private static Request assigns(Actor actor, WorkItem task) {
		return complete(actor, task, "ASSIGN_PROVINCE");
	}

	private static Request answers(Actor actor, WorkItem task, String outcome) {
		return complete(actor, task, outcome, "f.method", "online", "f.answer", "经核实，答复如下。");
	}

	private Request upholds(Actor actor, Applied applied) {
		return answers(actor, this.stage.task(this.stage.objection(applied, "Task_AnswerObjection")), "UPHOLD");
	}

	private static Request sendsBack(Actor actor, WorkItem task) {
		return complete(actor, task, "REDRAFT", "f.issuedOn", RaceStage.DAY);
	}

	private static Request issues(Actor actor, WorkItem task) {
		return complete(actor, task, "ISSUED", "f.issuedOn", RaceStage.DAY);
	}

	private static Request vote(Actor actor, WorkItem task, List<String> cases) {
		Map<String, String> choices = new LinkedHashMap<>();
		cases.forEach(id -> choices.put(id, "AGREE"));
		return chosen(actor, task, "VOTED", choices);
	}

	private static Request coordinates(Actor actor, WorkItem task, Map<String, String> choices) {
		return chosen(actor, task, "COORDINATED", choices);
	}

	private static Request chosen(Actor actor, WorkItem task, String outcome, Map<String, String> choices) {
		List<String> fields = new ArrayList<>();
		choices.forEach((id, choice) -> fields
			.addAll(List.of("choice." + id, choice, "reason." + id, "AGREE".equals(choice) ? "" : "意见不一致。")));
		return complete(actor, task, outcome, fields.toArray(String[]::new));
	}

	private static Request complete(Actor actor, WorkItem task, String outcome, String... fields) {
		List<String> all = new ArrayList<>(
				List.of("submission", UUID.randomUUID().toString(), "outcome", outcome, "opinion", "情况属实，理由见材料。"));
		all.addAll(List.of(fields));
		return new Request(actor, "/tasks/" + task.id(), all);
	}

	private static Request claims(Actor actor, WorkItem task) {
		return Request.of(actor, "/tasks/" + task.id() + "/claim");
	}

	private static Request withdraws(Actor actor, Applied applied) {
		return Request.of(actor, "/cases/" + applied.id() + "/withdraw", "reason", "明年再报");
	}

	private static Request closes(Actor actor, Applied applied) {
		return Request.of(actor, "/cases/" + applied.id() + "/close", "reason", "长期无法联系");
	}

	private static Request composes(Actor actor, Applied... parks) {
		List<String> fields = new ArrayList<>(
				List.of("kind", RaceStage.KIND, "title", "一批", "submission", UUID.randomUUID().toString()));
		for (Applied park : parks) {
			fields.addAll(List.of("item", park.id()));
		}
		return new Request(actor, "/batches", fields);
	}

}
