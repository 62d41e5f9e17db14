package cn.ecopark.worklist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import cn.ecopark.casefile.CorrectionPoints.NewPoint;
import cn.ecopark.form.InputError;

import static org.assertj.core.api.Assertions.assertThat;

class StatementRulesTest {

	private final Map<String, InputError> errors = new LinkedHashMap<>();

	@Test
	void takesAnOpinionOfFourThousandCharactersWithoutTheWhiteSpaceAroundIt() {
		StatementRules.opinionIsReadable(Statement.of("PASS", " \n" + "字".repeat(4000) + "\n "), this.errors);

		assertThat(this.errors).isEmpty();
	}

	@Test
	void refusesALongerOpinion() {
		StatementRules.opinionIsReadable(Statement.of("PASS", "字".repeat(4001)), this.errors);

		assertError("opinion", "task.error.opinion-too-long", 4000);
	}

	@Test
	void refusesControlCharactersInAnOpinion() {
		StatementRules.opinionIsReadable(Statement.of("PASS", "同\u0000意"), this.errors);

		assertError("opinion", "form.error.text.control-characters");
	}

	/** A private character of a computer's own means nothing on another one. */
	@Test
	void refusesSelfMadeCharactersAndSaysWhereTheyStand() {
		StatementRules.opinionIsReadable(Statement.of("PASS", "同意。\n联系人：𠮷\uE863"), this.errors);

		assertError("opinion", "form.error.text.self-made", 2, 6, "U+E863");
	}

	@Test
	void refusesToSendBackWithoutSayingWhatToCorrect() {
		StatementRules.pointsAreNamed(Statement.of("SEND_BACK", ""), false, this.errors);

		assertError("pointRemark.SEND_BACK", "task.error.points-missing");
	}

	@Test
	void sendsBackOverPointsThatAreStillOpen() {
		StatementRules.pointsAreNamed(Statement.of("SEND_BACK", ""), true, this.errors);

		assertThat(this.errors).isEmpty();
	}

	@Test
	void sendsBackWithNewPoints() {
		StatementRules.pointsAreNamed(sentBack(new NewPoint("", "补充边界图")), false, this.errors);

		assertThat(this.errors).isEmpty();
	}

	@Test
	void refusesControlCharactersInEveryPartOfEveryPoint() {
		NewPoint plain = new NewPoint("document:plan", "补充边界图");

		StatementRules.pointsAreNamed(sentBack(plain, new NewPoint("", "补\u0000充")), true, this.errors);
		assertError("pointRemark.SEND_BACK", "form.error.text.control-characters");

		this.errors.clear();
		StatementRules.pointsAreNamed(sentBack(plain, new NewPoint("document:\u0001", "补充")), true, this.errors);
		assertError("pointRemark.SEND_BACK", "form.error.text.control-characters");
	}

	private static Statement sentBack(NewPoint... points) {
		return Statement.of("SEND_BACK", "").with(List.of(points));
	}

	private void assertError(String field, String message, Object... arguments) {
		assertThat(this.errors).containsOnlyKeys(field);
		assertThat(this.errors.get(field).message()).isEqualTo(message);
		assertThat(this.errors.get(field).arguments()).containsExactly(arguments);
	}

}
