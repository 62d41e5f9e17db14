package cn.ecopark.worklist;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.ecopark.casefile.CorrectionPoints.CorrectionPoint;
import cn.ecopark.casefile.CorrectionPoints.State;
import cn.ecopark.form.InputError;
import cn.ecopark.worklist.Decision.CorrectionDecision;

import static org.assertj.core.api.Assertions.assertThat;

class CorrectionRulesTest {

	private static final List<CorrectionPoint> OPEN = List.of(point(71, 1), point(72, 2));

	@Test
	void takesAnAnswerToEveryPoint() {
		assertThat(errors(Map.of(71L, "已补充", 72L, "答".repeat(2000)))).isEmpty();
	}

	@Test
	void refusesToLeaveAPointOut() {
		Map<String, InputError> errors = errors(Map.of(71L, "  "));

		assertThat(errors).containsOnlyKeys("answer.71", "answer.72");
		assertThat(errors.values()).extracting(InputError::message).containsOnly("worklist.error.answer-missing");
		assertThat(errors.get("answer.72").arguments()).containsExactly(2);
	}

	@Test
	void refusesAnAnswerThatIsTooLong() {
		Map<String, InputError> errors = errors(Map.of(71L, "已补充", 72L, "答".repeat(2001)));

		assertThat(errors).containsOnlyKeys("answer.72");
		assertThat(errors.get("answer.72").message()).isEqualTo("worklist.error.answer-too-long");
		assertThat(errors.get("answer.72").arguments()).containsExactly(2, 2000);
	}

	@Test
	void refusesControlCharacters() {
		Map<String, InputError> errors = errors(Map.of(71L, "已\u0000补充", 72L, "已补充"));

		assertThat(errors).containsOnlyKeys("answer.71");
		assertThat(errors.get("answer.71").message()).isEqualTo("form.error.text.control-characters");
	}

	@Test
	void leavesAnswersToOtherPointsAside() {
		assertThat(errors(Map.of(71L, "已补充", 72L, "已补充", 99L, ""))).isEmpty();
	}

	@Test
	void settlesEverythingWhenTheReviewerGoesOn() {
		assertThat(CorrectionRules.settledBy(false, false)).containsExactlyInAnyOrder(State.OPEN, State.ANSWERED);
	}

	@Test
	void leavesOpenWhatTheParkHasNotAnsweredWhenMoreIsAsked() {
		assertThat(CorrectionRules.settledBy(true, false)).containsExactly(State.ANSWERED);
	}

	@Test
	void letsAnAdviserSettleNothing() {
		assertThat(CorrectionRules.settledBy(true, true)).isEmpty();
		assertThat(CorrectionRules.settledBy(false, true)).isEmpty();
	}

	private static Map<String, InputError> errors(Map<Long, String> answers) {
		Map<String, InputError> errors = new LinkedHashMap<>();
		CorrectionRules.everyPointIsAnswered(OPEN, new CorrectionDecision(Statement.of("SUBMIT", ""), answers), errors);
		return errors;
	}

	private static CorrectionPoint point(long id, int number) {
		return new CorrectionPoint(id, number, "", "补充", State.OPEN, "省厅", Instant.EPOCH, null, null, true);
	}

}
