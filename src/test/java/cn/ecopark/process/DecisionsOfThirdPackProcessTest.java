package cn.ecopark.process;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The four decisions call one part and take over what it comes to. */
class DecisionsOfThirdPackProcessTest extends ThirdPackRounds {

	@ParameterizedTest
	@ValueSource(strings = { "pilot-decision", "honour-decision", "look-back-result", "withdrawal-decision" })
	void takeOverThatTheyWerePrinted(String decision) {
		Course course = batchIn(decision).isStarted();
		finds("tallyBallots", "UNANIMOUS");
		secretariat().decides("DRAFT_READY");
		bodies().forEach(body -> body.decides("CAST"));
		secretariat().decides("PRINTED");

		assertThat(calls()).containsExactly("tallyBallots", "issuePaper", "sendBatchResults");
		course.passed("Start_Batch", "Call_Joint").endsAt("End_Joint", "PRINTED");
	}

	@ParameterizedTest
	@ValueSource(strings = { "pilot-decision", "honour-decision", "look-back-result", "withdrawal-decision" })
	void takeOverThatNothingIsLeft(String decision) {
		Course course = batchIn(decision).isStarted();
		finds("tallyBallots", "DIVIDED");
		finds("applyCoordination", "EMPTY");
		secretariat().decides("DRAFT_READY");
		bodies().forEach(body -> body.decides("CAST"));
		secretariat().decides("SETTLED");

		course.endsAt("End_Joint", "EMPTY");
	}

	@Test
	void deliverTheirResult() {
		Course course = batchIn("delivery").isStarted();
		course.jobsRun();

		assertThat(calls()).containsExactly("deliverBatchResult");
		course.passed("Start_Deliver", "Task_Deliver").endsAt("End_Delivered", "HANDED_OVER");
	}

}
