package cn.ecopark.batch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import cn.ecopark.form.InputError;
import cn.ecopark.worklist.Decision.BallotDecision;
import cn.ecopark.worklist.Decision.Vote;
import cn.ecopark.worklist.Statement;

import static org.assertj.core.api.Assertions.assertThat;

class BallotRulesTest {

	private static final List<BatchItem> ASKED = List.of(place("a", "甲园区"), place("b", "乙园区"));

	private static final List<String> OF_A_BODY = List.of("AGREE", "DISAGREE", "ABSTAIN");

	private static final List<String> OF_THE_OFFICE = List.of("ASK_AGAIN", "STRIKE_OUT");

	@Test
	void takesAgreementsWithoutReasonsAndOthersWithOne() {
		assertThat(errors(OF_A_BODY, Map.of("a", new Vote("AGREE", ""), "b", new Vote("DISAGREE", "数据存疑")))).isEmpty();
		assertThat(errors(OF_THE_OFFICE,
				Map.of("a", new Vote("ASK_AGAIN", ""), "b", new Vote("STRIKE_OUT", "理由".repeat(500)))))
			.isEmpty();
	}

	@Test
	void refusesToLeaveAParkOut() {
		assertError(errors(OF_A_BODY, Map.of("a", new Vote("AGREE", ""))), "choice.b", "batch.error.choice-missing",
				"乙园区");
	}

	@Test
	void refusesWhatTheStepDoesNotOffer() {
		assertError(errors(OF_A_BODY, Map.of("a", new Vote("AGREE", ""), "b", new Vote("STRIKE_OUT", "理由"))),
				"choice.b", "batch.error.choice-missing", "乙园区");
		assertError(errors(OF_THE_OFFICE, Map.of("a", new Vote("AGREE", ""), "b", new Vote("ASK_AGAIN", ""))),
				"choice.a", "batch.error.choice-missing", "甲园区");
	}

	@ParameterizedTest
	@ValueSource(strings = { "DISAGREE", "ABSTAIN" })
	void refusesWhateverIsNoAgreementWithoutAReason(String choice) {
		assertError(errors(OF_A_BODY, Map.of("a", new Vote(choice, "  "), "b", new Vote("AGREE", ""))), "choice.a",
				"batch.error.reason-missing", "甲园区");
	}

	@Test
	void refusesAReasonThatIsTooLong() {
		assertError(errors(OF_A_BODY, Map.of("a", new Vote("AGREE", "长".repeat(1001)), "b", new Vote("AGREE", ""))),
				"choice.a", "batch.error.reason-too-long", "甲园区", 1000);
	}

	@Test
	void refusesControlCharactersInAReason() {
		assertError(errors(OF_A_BODY, Map.of("a", new Vote("ABSTAIN", "不\u0000明"), "b", new Vote("AGREE", ""))),
				"choice.a", "form.error.text.control-characters");
	}

	@Test
	void leavesVotesOnParksNobodyAskedAboutAside() {
		assertThat(errors(OF_A_BODY,
				Map.of("a", new Vote("AGREE", ""), "b", new Vote("AGREE", ""), "c", new Vote("NONSENSE", ""))))
			.isEmpty();
	}

	private static Map<String, InputError> errors(List<String> choices, Map<String, Vote> votes) {
		Map<String, InputError> errors = new LinkedHashMap<>();
		BallotRules.everyParkIsVotedOn(ASKED, choices, new Choices("AGREE", "ASK_AGAIN", "STRIKE_OUT", "REDRAFT"),
				new BallotDecision(Statement.of("VOTED", ""), votes), errors);
		return errors;
	}

	private static void assertError(Map<String, InputError> errors, String field, String message, Object... arguments) {
		assertThat(errors).containsOnlyKeys(field);
		assertThat(errors.get(field).message()).isEqualTo(message);
		assertThat(errors.get(field).arguments()).containsExactly(arguments);
	}

	private static BatchItem place(String caseId, String park) {
		return new BatchItem("batch", caseId, new BatchItem.Park(1, park, "COMPREHENSIVE", "320000", null),
				BatchItem.State.IN, 1, "", "", null);
	}

}
