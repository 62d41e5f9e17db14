package cn.ecopark.worklist;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import cn.ecopark.casefile.CorrectionPoints.NewPoint;
import cn.ecopark.form.InputError;
import cn.ecopark.form.PlainText;

/** Whether outcome, words and points of a decision may be taken, whatever the step. */
final class StatementRules {

	/** Characters of an opinion. */
	private static final int LONGEST = 4000;

	private StatementRules() {
	}

	static void opinionIsReadable(Statement statement, Map<String, InputError> errors) {
		if (statement.opinion().length() > LONGEST) {
			errors.put("opinion", new InputError("task.error.opinion-too-long", LONGEST));
		}
		else {
			add("opinion", PlainText.error(statement.opinion()), errors);
		}
	}

	/** An outcome that asks for points names one, or leaves earlier ones open. */
	static void pointsAreNamed(Statement statement, boolean earlierOnesAreOpen, Map<String, InputError> errors) {
		String field = "pointRemark." + statement.outcome();
		if (statement.points().isEmpty() && !earlierOnesAreOpen) {
			errors.put(field, new InputError("task.error.points-missing"));
		}
		else {
			statement.points()
				.stream()
				.flatMap(point -> Stream.of(point.subject(), point.remark()))
				.map(PlainText::error)
				.filter(Objects::nonNull)
				.findFirst()
				.ifPresent(error -> errors.put(field, error));
		}
	}

	private static void add(String field, @Nullable InputError error, Map<String, InputError> errors) {
		if (error != null) {
			errors.put(field, error);
		}
	}

}
