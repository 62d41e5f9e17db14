package cn.ecopark.worklist;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import cn.ecopark.casefile.CorrectionPoints;
import cn.ecopark.casefile.CorrectionPoints.CorrectionPoint;
import cn.ecopark.form.InputError;
import cn.ecopark.form.PlainText;
import cn.ecopark.worklist.Decision.CorrectionDecision;

/** Whether the answers to correction points may be taken. */
public final class CorrectionRules {

	/** What the field of an answer is called, before the id of its point. */
	public static final String ANSWER = "answer.";

	/** Characters of an answer. */
	private static final int LONGEST = 2000;

	private CorrectionRules() {
	}

	static void everyPointIsAnswered(List<CorrectionPoint> open, CorrectionDecision decision,
			Map<String, InputError> errors) {
		for (CorrectionPoint point : open) {
			String answer = decision.answer(point.id());
			if (answer.isEmpty()) {
				errors.put(ANSWER + point.id(), new InputError("worklist.error.answer-missing", point.number()));
			}
			else if (answer.length() > LONGEST) {
				errors.put(ANSWER + point.id(),
						new InputError("worklist.error.answer-too-long", point.number(), LONGEST));
			}
			else {
				InputError unreadable = PlainText.error(answer);
				if (unreadable != null) {
					errors.put(ANSWER + point.id(), unreadable);
				}
			}
		}
	}

	/**
	 * Whoever asks for more leaves open what the park has not answered; whoever goes on
	 * settles everything; an adviser settles nothing, the one advised does.
	 */
	static Set<CorrectionPoints.State> settledBy(boolean asksForMore, boolean advises) {
		if (advises) {
			return EnumSet.noneOf(CorrectionPoints.State.class);
		}
		return asksForMore ? EnumSet.of(CorrectionPoints.State.ANSWERED)
				: EnumSet.of(CorrectionPoints.State.OPEN, CorrectionPoints.State.ANSWERED);
	}

}
