package cn.ecopark.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import cn.ecopark.form.InputError;
import cn.ecopark.law.LegalRefusal;
import cn.ecopark.organisation.Actor;
import cn.ecopark.organisation.Audience;
import cn.ecopark.organisation.MemberRole;
import cn.ecopark.organisation.ShippedKinds;
import cn.ecopark.rulepack.Purpose;
import cn.ecopark.rulepack.ShippedPacks;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.Decision.FormDecision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A plain panel and one on which votes are cast. */
class WorkPanelsTest {

	private static final Purpose PLAIN = Purpose.ORDINARY;

	private static final Purpose VOTING = Purpose.BALLOT;

	private static final Purpose OTHER = Purpose.MEETING;

	private static final LegalRefusal FORBIDDEN = LegalRefusal.ofProcedure("not-agreed", "某园区");

	private final List<String> kept = new ArrayList<>();

	private final WorkPanels panels = new WorkPanels(List.of(new Plain(), new Voting(this.kept)));

	@Test
	void knowThoseThatModulesBring() {
		assertThat(this.panels.knows(PLAIN.panel())).isTrue();
		assertThat(this.panels.knows(VOTING.panel())).isTrue();
		assertThat(this.panels.knows(OTHER.panel())).isFalse();
		assertThatIllegalArgumentException().isThrownBy(() -> this.panels.isVote(item(OTHER)));
	}

	@ParameterizedTest
	@CsvSource({ "BALLOT, PUBLIC, PUBLIC, AUTHORITIES", "BALLOT, PARK, AUTHORITIES, AUTHORITIES",
			"BALLOT, PUBLIC, OWN_UNIT, OWN_UNIT", "BALLOT, OWN_UNIT, PUBLIC, OWN_UNIT",
			"ORDINARY, PUBLIC, PUBLIC, PUBLIC", "ORDINARY, PUBLIC, AUTHORITIES, AUTHORITIES",
			"ORDINARY, PARK, PUBLIC, PARK" })
	void discloseNoMoreThanPanelRoleAndDrawingAllow(Purpose purpose, Audience drawn, Audience disclosed,
			Audience shown) {
		TaskDescription step = description(purpose, drawn, false);

		assertThat(this.panels.undisclosed(step, disclosed).audience()).isEqualTo(shown);
	}

	@Test
	void keepVotesUnseenUntilAllAreInWhateverIsDrawn() {
		assertThat(this.panels.undisclosed(description(VOTING, Audience.PARK, false), Audience.PUBLIC).secret())
			.isTrue();
		assertThat(this.panels.undisclosed(description(PLAIN, Audience.PARK, false), Audience.PUBLIC).secret())
			.isFalse();
		assertThat(this.panels.undisclosed(description(PLAIN, Audience.PARK, true), Audience.PUBLIC).secret()).isTrue();
	}

	@Test
	void tellWhetherSomebodyVotes() {
		assertThat(this.panels.isVote(item(VOTING))).isTrue();
		assertThat(this.panels.isVote(item(PLAIN))).isFalse();
	}

	@Test
	void closeWhatLawForbids() {
		assertThat(this.panels.closedOutcomes(item(VOTING))).isEqualTo(Map.of("PASS", FORBIDDEN));
		assertThat(this.panels.closedOutcomes(item(PLAIN))).isEmpty();
	}

	@Test
	void giveADecisionToThePanelOfTheTask() {
		Map<String, InputError> errors = new HashMap<>();
		Actor actor = new Actor(7, "某人", "MEE", ShippedKinds.MINISTRY, null, Set.of(MemberRole.STAFF));

		this.panels.check(item(VOTING), ballots(), errors);
		this.panels.carryOut(item(VOTING), ballots(), new WorkPanel.Kept(actor, 12));

		assertThat(errors).containsOnlyKeys("choice");
		assertThat(this.kept).containsExactly("12 of 7");
	}

	@Test
	void takeNoDecisionThatIsForAnotherPanel() {
		FormDecision form = new FormDecision(Statement.of("PASS", ""));

		assertThatIllegalArgumentException().isThrownBy(() -> this.panels.check(item(VOTING), form, new HashMap<>()))
			.withMessageContaining(VOTING.panel());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.panels.check(item(PLAIN), ballots(), new HashMap<>()));
	}

	private static BallotDecision ballots() {
		return new BallotDecision(Statement.of("VOTED", ""), Map.of());
	}

	private static WorkItem item(Purpose purpose) {
		return new WorkItem(1, "task", new WorkItem.Task(ShippedPacks.FIRST, "d:1", "naming", "Task", "一步", "naming"),
				new WorkItem.Subject("batch", null, "batch", null, "一批", null, null, null, null),
				new WorkItem.Holder("MINISTRY", "MEE", null, null), Instant.EPOCH, null, null, false, null, null,
				description(purpose, Audience.AUTHORITIES, false), WorkItem.State.OPEN, null, null, 0);
	}

	private static TaskDescription description(Purpose purpose, Audience audience, boolean secret) {
		return new TaskDescription(purpose, List.of("PASS"), List.of(), List.of(), audience, List.of(), List.of(), null,
				null, secret, false, List.of());
	}

	private record Plain() implements WorkPanel<FormDecision> {

		@Override
		public String name() {
			return PLAIN.panel();
		}

		@Override
		public Class<FormDecision> takes() {
			return FormDecision.class;
		}

		@Override
		public void check(WorkItem item, FormDecision decision, Map<String, InputError> errors) {
			// nothing is wrong
		}

		@Override
		public void carryOut(WorkItem item, FormDecision decision, Kept kept) {
			// nothing is kept
		}

	}

	private record Voting(List<String> kept) implements WorkPanel<BallotDecision> {

		@Override
		public String name() {
			return VOTING.panel();
		}

		@Override
		public Class<BallotDecision> takes() {
			return BallotDecision.class;
		}

		@Override
		public Map<String, LegalRefusal> closedOutcomes(WorkItem item) {
			return Map.of("PASS", FORBIDDEN);
		}

		@Override
		public Audience widestAudience() {
			return Audience.AUTHORITIES;
		}

		@Override
		public boolean isIndependent() {
			return true;
		}

		@Override
		public boolean isVote() {
			return true;
		}

		@Override
		public void check(WorkItem item, BallotDecision decision, Map<String, InputError> errors) {
			errors.put("choice", new InputError("batch.error.choice-missing"));
		}

		@Override
		public void carryOut(WorkItem item, BallotDecision decision, Kept made) {
			this.kept.add(made.opinionId() + " of " + made.actor().personId());
		}

	}

}
