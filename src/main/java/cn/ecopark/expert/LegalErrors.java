package cn.ecopark.expert;

import java.util.Map;

import cn.ecopark.law.LegalRefusal;
import cn.ecopark.worklist.TaskRefusals;

/**
 * Tells what breaks a rule of law where it was entered, beside whatever else is wrong.
 */
final class LegalErrors {

	private LegalErrors() {
	}

	/**
	 * @throws LegalRefusal when no entry could keep the rule
	 */
	static void collect(Map<String, TaskRefusals.FieldError> errors, Runnable rule) {
		try {
			rule.run();
		}
		catch (LegalRefusal refusal) {
			String field = refusal.field();
			if (field == null) {
				throw refusal;
			}
			errors.put(field, new TaskRefusals.FieldError(refusal.wordsKey(), refusal.arguments()));
		}
	}

}
