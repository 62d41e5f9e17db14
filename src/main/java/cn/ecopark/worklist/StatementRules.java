package cn.ecopark.worklist;

import java.util.Map;

import cn.ecopark.casefile.CorrectionPoints.NewPoint;
import cn.ecopark.form.InputError;
import cn.ecopark.form.PlainText;

/** Whether outcome, words and points of a decision may be taken, whatever the step. */
final class StatementRules {

	/** Characters of an opinion. */
	private static final int LONGEST = 4000;

	private static final String CONTROL_CHARACTERS = "task.error.control-characters";

	private StatementRules() {
	}

	static void opinionIsReadable(Statement statement, Map<String, InputError> errors) {
		if (statement.opinion().length() > LONGEST) {
			errors.put("opinion", new InputError("task.error.opinion-too-long", LONGEST));
		}
		else if (!PlainText.isPlain(statement.opinion())) {
			errors.put("opinion", new InputError(CONTROL_CHARACTERS));
		}
	}

	/** An outcome that asks for points names one, or leaves earlier ones open. */
	static void pointsAreNamed(Statement statement, boolean earlierOnesAreOpen, Map<String, InputError> errors) {
		String field = "pointRemark." + statement.outcome();
		if (statement.points().isEmpty() && !earlierOnesAreOpen) {
			errors.put(field, new InputError("task.error.points-missing"));
		}
		else if (!statement.points().stream().allMatch(StatementRules::isReadable)) {
			errors.put(field, new InputError(CONTROL_CHARACTERS));
		}
	}

	private static boolean isReadable(NewPoint point) {
		return PlainText.isPlain(point.subject()) && PlainText.isPlain(point.remark());
	}

}
